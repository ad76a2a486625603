//! The bundled data holds together and has the size that the sources have.

mod given;

use leimu::catalog::{Catalog, Coverage, Kind, Reading, check};

use given::bundle;

#[test]
fn every_source_is_whole() {
    for (id, categories, first_levels) in
        [("tencent-live-2022", 31, 7), ("tencent-live-2021", 2, 2), ("baidu-2019", 246, 21)]
    {
        let catalog = bundle().catalog(id).unwrap_or_else(|| panic!("no catalog {id}"));
        assert_eq!(catalog.categories.len(), categories, "{id}");
        assert_eq!(catalog.first_levels().len(), first_levels, "{id}: {:?}", catalog.first_levels());
    }
}

#[test]
fn the_first_levels_are_those_of_the_sources_once_repaired() {
    let live = ["电商平台", "社交", "教育", "医疗", "金融业", "汽车", "工具"];
    let baidu = [
        "快递业与邮政",
        "教育",
        "政务民生",
        "金融业",
        "交通",
        "房地产",
        "生活",
        "IT科技",
        "美食",
        "旅行",
        "时政新闻",
        "娱乐",
        "效率",
        "电商",
        "商家自营",
        "商业服务",
        "公益",
        "社交",
        "体育",
        "汽车",
        "资讯",
    ];
    for (id, expected) in [("tencent-live-2022", &live[..]), ("tencent-live-2021", &live[..2]), ("baidu-2019", &baidu)]
    {
        assert_eq!(bundle().catalog(id).map(Catalog::first_levels).as_deref(), Some(expected), "{id}");
    }
    // The headings that the source lost: five rows of 美食, twenty of 商家自营.
    for (first, rows) in [("美食", 5), ("商家自营", 20)] {
        let catalog = bundle().catalog("baidu-2019").map(|catalog| &catalog.categories);
        let found = catalog.into_iter().flatten().filter(|category| category.path.first_level() == first);
        assert_eq!(found.count(), rows, "{first}");
    }
}

#[test]
fn the_bundled_data_has_no_fault() {
    assert_eq!(check::registry(&bundle().registry), []);
    let mut ids = Vec::new();
    for catalog in &bundle().catalogs {
        assert_eq!(check::catalog(catalog, &bundle().registry), [], "{}", catalog.id);
        assert!(!ids.contains(&catalog.id), "two catalogs {}", catalog.id);
        ids.push(catalog.id.clone());
    }
    // A paper and an activity of the same name would be easy to take for each other.
    let registry = &bundle().registry;
    for activity in &registry.activities {
        assert!(registry.document(activity.id.as_str()).is_none(), "{}", activity.id);
    }
}

#[test]
fn every_fact_has_a_way_out() {
    for fact in &bundle().registry.facts {
        // “Is it so?” has an answer for everybody; every other question needs one for the rest.
        let is_yes_or_no = fact.answers.len() == 2 && fact.answer("yes").is_some();
        let way_out = ["other", "none"].iter().find_map(|rest| fact.answer(rest));
        let way_out = way_out.or_else(|| fact.answer("no").filter(|_| is_yes_or_no));
        assert!(way_out.is_some(), "{}: {:?}", fact.id, fact.answers);
        for answer in &fact.answers {
            assert!(!answer.zh.is_empty() && !answer.en.is_empty(), "{}={}", fact.id, answer.id);
        }
    }
}

#[test]
fn whoever_reads_between_the_lines_says_why() {
    for catalog in &bundle().catalogs {
        for category in &catalog.categories {
            category.requirement.walk(&mut |node| {
                let explained = node.note.as_ref().is_some_and(|note| !note.trim().is_empty());
                assert!(explained || node.reading == Reading::Literal, "{}: {}: {node:?}", catalog.id, category.path);
            });
        }
    }
}

#[test]
fn every_paper_and_every_fact_is_asked_somewhere() {
    let (mut papers, mut facts) = (Vec::new(), vec!["subject".to_owned()]);
    for catalog in &bundle().catalogs {
        for category in &catalog.categories {
            category.requirement.walk(&mut |node| match &node.kind {
                Kind::Document(asked) => papers.push(asked.document.to_string()),
                Kind::Fact(condition) => facts.push(condition.fact.to_string()),
                _ => {}
            });
        }
    }
    for document in &bundle().registry.documents {
        assert!(papers.contains(&document.id.to_string()), "nobody asks for {}", document.id);
    }
    for fact in &bundle().registry.facts {
        assert!(facts.contains(&fact.id.to_string()), "nobody asks whether {}", fact.id);
    }
}

#[test]
fn a_paper_is_found_by_every_name_that_it_has() {
    let registry = &bundle().registry;
    for document in &registry.documents {
        let aliases = document.aliases.iter().map(|alias| (&alias.name, &alias.covers[..]));
        for (name, covers) in std::iter::once((&document.name, &[][..])).chain(aliases) {
            let bare = name.replace(['《', '》'], "");
            for name in [name.to_string(), bare.clone(), format!("《{bare}》"), format!(" {bare} ")] {
                let found = registry.document_called(&name).map(|(found, covers)| (&found.id, covers));
                assert_eq!(found, Some((&document.id, covers)), "{name}");
            }
        }
    }
    assert!(registry.document_called("ICP").is_none());
}

#[test]
fn an_alias_covers_only_what_some_requirement_asks_of_the_paper() {
    for document in &bundle().registry.documents {
        for phrase in document.aliases.iter().flat_map(|alias| &alias.covers) {
            let mut asked = false;
            for category in bundle().catalogs.iter().flat_map(|catalog| &catalog.categories) {
                category.requirement.walk(&mut |node| {
                    if let Kind::Document(one) = &node.kind {
                        let phrases =
                            if one.document == document.id { one.coverage.phrases() } else { Coverage::None.phrases() };
                        asked |= phrases.iter().any(|one| **one == **phrase);
                    }
                });
            }
            assert!(asked, "{}: {phrase}", document.id);
        }
    }
}
