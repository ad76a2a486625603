//! The words of the lists that stand around names, and what they mean. The tables are made from
//! the source alone.

/// How a line starts that is a note and asks for no paper.
pub(super) const NOTES: [&str; 4] = ["注：", "注:", "如：", OPTIONAL];

/// How a line starts that is a note only because it is optional.
pub(super) const OPTIONAL: &str = "资质选填";

/// How a row says that it takes applications on request only.
pub(super) const REQUESTS: [&str; 1] = ["暂不支持线上申请"];

/// Titles of groups: what stands above papers and names none.
pub(super) const TITLES: [&str; 9] = [
    "《增值电信业务经营许可证》申请时，所需资质文件如下",
    "2家或以上的具有临床试验资质的医疗机构的合作协议",
    "有临床试验资质医疗机构主体提供",
    "该资质主体公司的经营国际客运许可证件",
    "合作保险机构主体/保险中介机构主体/银行机构主体/非银行金融机构主体的经营保险许可证件",
    "合作底层链的资料",
    "发行方合规材料",
    "其他材料",
    "该类目暂只对以下区域开放",
];

/// Titles that say whose the papers below them are: a partner's.
pub(super) const PARTNERS_TITLES: [&str; 4] = [
    "该资质主体公司的经营国际客运许可证件",
    "合作保险机构主体/保险中介机构主体/银行机构主体/非银行金融机构主体的经营保险许可证件",
    "合作底层链的资料",
    "发行方合规材料",
];

/// What stands before and after an applicant, the longest first.
pub(super) const APPLICANTS: [(&str, &str); 14] = [
    ("(适用于", ")"),
    ("(适用", ")"),
    ("【", "】："),
    ("【", "】】："),
    ("", "，需提供："),
    ("", "需提供："),
    ("", "，提供："),
    ("", "：提供"),
    ("", "提供："),
    ("", "：提交"),
    ("", "，提供"),
    ("", "提供"),
    ("", "："),
    ("", "，"),
];

/// Whose a paper is, where that is a partner: the words right before its name.
pub(super) const PARTNERS: [&str; 33] = [
    "该合作快递公司的",
    "驾校培训机构的",
    "培训机构的",
    "无人机驾驶员培训机构的",
    "该协议医院的",
    "合作医院的",
    "该合作医疗机构的",
    "入驻境内医疗机构港澳医师的",
    "金融资产管理公司的",
    "合作银行卡收单机构的",
    "合作网约车公司的",
    "合作出租车公司的",
    "该航空公司/机场主体的",
    "境外航空公司的",
    "该合作公共事业公司的",
    "合作宠物医疗机构",
    "入驻商家的",
    "合作虚拟运营商的",
    "旗下有资质门店的",
    "合作方的",
    "期刊的",
    "该合作免税店的",
    "该服务商的",
    "该资质主体的",
    "该资质主体公司的",
    "合作电子认证公司的",
    "合作慈善组织的",
    "该回收拆解企业的",
    "该厂商的",
    "汽车厂商的",
    "技术主体的",
    "该合作航空公司的",
    "合作金融机构/非金融机构自营小额贷款主体的",
];

/// Words before a name that say that the paper is the applicant's own.
pub(super) const OWN: [&str; 4] = ["小程序主体的", "小程序主体", "申请主体在", "代理商"];

/// What stands between an issuer and the paper.
pub(super) const ISSUES: [&str; 8] = ["颁发的", "出具的", "核发的", "备案的", "授权认证的", "合法的", "的", ""];

/// What stands around a phrase.
pub(super) const QUOTES: [&str; 3] = ["\"", "【", "】"];

/// What stands before the first phrase that a paper has to cover.
pub(super) const COVERS: [&str; 44] = [
    "协议内容须含",
    "协议内容含",
    "协议内容需与",
    "协议需含",
    "协议须含",
    "证明须含",
    "内容含",
    "内容需含",
    "经营范围含",
    "经营范围须含",
    "经营范围需含",
    "经营范围须含有",
    "经营范围需包含",
    "经营范围应含有",
    "经营范围包含：",
    "经营范围：",
    "且经营范围包含：",
    "经营项目需包含",
    "经营项目须包含",
    "经营种类需含",
    "许可范围含",
    "且许可范围明确包含",
    "业务范围含",
    "且业务范围必须包含",
    "业务范围须含",
    "业务种类包含",
    "核准服务项目包含",
    "服务形式须含",
    "企业类型需包含",
    "使用商品/服务项目需含",
    "范围含",
    "范围需含",
    "范围均须含",
    "许可含",
    "且专业范围包含",
    "条款内容须明确境内企业为",
    "需含",
    "须含",
    "包含",
    "含有",
    "含",
    "经营范围(目的)需含",
    "合作协议或授权书中须含有",
    "药品",
];

/// What stands behind the last one.
pub(super) const TAILS: [&str; 17] = [
    "等相关内容",
    "等相关信息",
    "等相关业务",
    "相关内容",
    "等相关",
    "相关",
    "等内容",
    "等信息",
    "等",
    "之一",
    "项目",
    "服务范围",
    "相关(如：蔬菜、水果等",
    "等与住宿相关",
    "企业",
    "，如化妆品、服饰、数码3c",
    "，如：\"マイクロビリティ事業\"或\"サイクルシェアリング事業の運営\"等",
];

/// Words without a field of their own: the words of the node have to repeat them, so that the
/// screen shows them.
pub(super) const ONLY_WORDS: [&str; 39] = [
    "原件及翻译件(中文或英文)",
    "原件及翻译件(英文或中文)",
    "(原件及中英文翻译件)",
    "+翻译件(英文或中文)",
    "(pdf扫描件+加盖公章)",
    "(pdf扫描件需加盖公章)",
    "(excel文件)",
    "(注:《小程序开发者承诺函》在申请类目详情页处含示例模板)",
    "(注:承诺函在申请类目详情页处含示例模板)",
    "(注：点击可查看资质示例)",
    "(注：示例可在该类目入口查看)",
    "(需带公章)",
    "(如appstore评分超过5万人及app内提供该类目的服务内容截图)",
    "(如appstore评分超过10万人及app内提供该类目的服务内容截图)",
    "(如appstore评分超过50万人及app内提供该类目的服务内容截图)",
    "(如appstore评分超过100万人及app内提供该类目的服务内容截图)",
    "(且需在资质有效期内补充提供互联网医疗执业许可资质)",
    "(仅支持提供公募基金信息展示)",
    "(注：部分地区许可范围需含\"网络贷款\"相关)",
    "(如：香港运输署出具的设立\"粤车南下\"车辆查验中心\"委任通知书)",
    "(如公司章程、公司股权结构及股东的有关情况)",
    "(图标需为png格式)",
    "(pdf扫描件+加盖公章，如icp备案、信息网络传播视听节目许可证、网络文化经营许可证、增值电信业务经营许可证、计算机软件著作权登记证书、重点作品、企业荣誉等)",
    "(如官方网站公示名单截图等)",
    "(加盖小程序主体公章)",
    "，加盖公司公章或合同专用章",
    "(协议、授权书等)",
    "(cma)",
    "(cnas)",
    "(邮件申请后提供承诺函模版)",
    "(例如：moneyserviceoperator)",
    "(包括正式牌照和沙盒牌照)",
    "(带网址)",
    "(需与小程序主体保持一致，且有相应职能内容)",
    "(需加盖公章)",
    "(如：消费者风险告知书)",
    "(需形成完整授权链条)",
    "(原件及中/英文翻译件)",
    "原件",
];

/// What may stand between papers and conditions without saying anything but how they go together.
pub(super) const GLUE: [&str; 17] = [
    "需提供",
    "提供",
    "或",
    "以及",
    "及",
    "与",
    "和",
    "、",
    "，",
    "；",
    "。",
    "：",
    "/",
    "申请邮件必须附上以下资料",
    "在",
    "申请邮件必须附上以下对应区域的相关材料资质",
    "授权材料",
];
