//! Words in the form in which they are compared: without spaces, and without the differences that
//! mean nothing, such as full-width and half-width brackets.

/// The form of one character; nothing for a space.
pub(crate) fn character(c: char) -> Option<char> {
    match c {
        c if c.is_whitespace() => None,
        '（' => Some('('),
        '）' => Some(')'),
        '／' => Some('/'),
        '“' | '”' | '＂' | '‘' | '’' => Some('"'),
        c => Some(c.to_ascii_lowercase()),
    }
}

/// The form of words.
pub(crate) fn words(text: &str) -> String {
    text.chars().filter_map(character).collect()
}

/// The form of the name of a paper, which may stand in 《》 or not.
pub(crate) fn name(text: &str) -> Vec<char> {
    text.chars().filter_map(character).filter(|c| !matches!(c, '《' | '》')).collect()
}

/// Whether two texts say the same.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.chars().filter_map(character).eq(other.chars().filter_map(character))
}

/// Whether the words stand in the text; `…` in the words leaves something out.
pub(crate) fn stands_in(excerpt: &str, text: &str) -> bool {
    let text = words(text);
    let mut rest = text.as_str();
    for part in words(excerpt).split('…') {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_spaces_and_quotes_mean_nothing() {
        for (one, other) in [
            ("《快递业务经营许可证 》", "《快递业务经营许可证》"),
            ("打车(网约车)", "打车（网约车）"),
            ("报价／比价", "报价/比价"),
            ("“业务“或“服务”", "“业务”或“服务”"),
            ("4s店", "4S店"),
        ] {
            assert!(same(one, other), "{one} and {other}");
        }
        assert!(!same("甲、乙", "甲乙"), "punctuation means something");
        assert_eq!(name("《营业执照》"), name("营业执照"));
    }

    #[test]
    fn an_excerpt_may_leave_something_out_but_not_turn_it_round() {
        assert!(stands_in("甲…丙", "甲乙丙"));
        assert!(!stands_in("丙…甲", "甲乙丙"));
        assert!(!stands_in("甲丙", "甲乙丙"));
    }
}
