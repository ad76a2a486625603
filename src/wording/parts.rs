//! Chinese and other words in one text, told apart: a page in another language says which of its
//! words are Chinese, so that they are read aloud and drawn as Chinese.

/// The parts of a text, and whether each is Chinese. What stands between two Chinese letters
/// without a space belongs to them: 《ICP备案》 is one part, and 3C数码 all but its beginning.
#[must_use]
pub fn in_parts(words: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(is_chinese) {
        let (before, chinese) = rest.split_at(start);
        let mut end = 0;
        for (at, letter) in chinese.char_indices() {
            if is_chinese(letter) {
                end = at.saturating_add(letter.len_utf8());
            } else if letter == ' ' {
                break;
            }
        }
        let (chinese, after) = chinese.split_at(end);
        parts.extend((!before.is_empty()).then_some((before, false)));
        parts.push((chinese, true));
        rest = after;
    }
    parts.extend((!rest.is_empty()).then_some((rest, false)));
    parts
}

/// Chinese letters, and the marks that only Chinese has.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_is_told_from_the_rest() {
        for (words, parts) in [
            ("", &[][..]),
            ("Get it", &[("Get it", false)]),
            ("教育 / 驾校培训", &[("教育", true), (" / ", false), ("驾校培训", true)]),
            (
                "Get Road transport licence 《道路运输许可证》 covering “驾驶员培训”",
                &[
                    ("Get Road transport licence ", false),
                    ("《道路运输许可证》", true),
                    (" covering “", false),
                    ("驾驶员培训", true),
                    ("”", false),
                ],
            ),
            ("《ICP备案》 3C数码", &[("《ICP备案》", true), (" 3C", false), ("数码", true)]),
        ] {
            assert_eq!(in_parts(words), parts, "{words}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_parts_alternate(words in "[a-z教育《》 /，]{0,24}") {
            let parts = in_parts(&words);
            prop_assert_eq!(parts.iter().map(|(part, _)| *part).collect::<String>(), words.clone());
            prop_assert!(parts.iter().all(|(part, is)| !part.is_empty() && part.contains(is_chinese) == *is));
        }
    }
}
