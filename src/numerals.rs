//! Numbers as Chinese sources write them: 3, ３, 三, ③, 十二.

/// The number that ends these words, and how it is written.
pub(crate) fn last_number(words: &str) -> Option<(usize, String)> {
    let reversed: String = words.chars().rev().skip_while(|letter| letter.is_whitespace()).collect();
    let kind = Kind::of(reversed.chars().next()?)?;
    let written: Vec<char> = reversed.chars().take_while(|&letter| Kind::of(letter) == Some(kind)).collect();
    let written: String = written.into_iter().rev().collect();
    Some((kind.value(&written)?, written))
}

/// The number that these words begin with, and how it is written.
pub(crate) fn first_number(words: &str) -> Option<(usize, String)> {
    let words = words.trim_start();
    let kind = Kind::of(words.chars().next()?)?;
    let written: String = words.chars().take_while(|&letter| Kind::of(letter) == Some(kind)).collect();
    Some((kind.value(&written)?, written))
}

/// A way to write a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digits,
    Circled,
    Chinese,
}

impl Kind {
    fn of(letter: char) -> Option<Self> {
        match letter {
            '0'..='9' | '０'..='９' => Some(Self::Digits),
            '①'..='⑳' => Some(Self::Circled),
            '十' => Some(Self::Chinese),
            _ => chinese(letter).map(|_| Self::Chinese),
        }
    }

    /// None for what is not one number, and for more than anybody would choose from.
    fn value(self, written: &str) -> Option<usize> {
        let mut letters = written.chars();
        match self {
            Self::Digits => {
                let ascii = letters.map(|letter| match letter {
                    '０'..='９' => char::from_digit(distance(letter, '０'), 10).unwrap_or(letter),
                    other => other,
                });
                ascii.collect::<String>().parse().ok().filter(|number| (1..100).contains(number))
            }
            Self::Circled => {
                let number = distance(letters.next()?, '①').saturating_add(1);
                letters.next().is_none().then(|| number.try_into().ok())?
            }
            Self::Chinese => match written.split_once('十') {
                None => letters.next().and_then(chinese).filter(|_| letters.next().is_none()),
                Some((tens, ones)) => {
                    let tens = if tens.is_empty() { 1 } else { Self::Chinese.value(tens)? };
                    let ones = if ones.is_empty() { 0 } else { Self::Chinese.value(ones)? };
                    tens.checked_mul(10)?.checked_add(ones).filter(|number| *number < 100)
                }
            },
        }
    }
}

fn distance(letter: char, first: char) -> u32 {
    u32::from(letter).saturating_sub(u32::from(first))
}

fn chinese(letter: char) -> Option<usize> {
    const NUMERALS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let letter = if letter == '两' { '二' } else { letter };
    NUMERALS.iter().position(|numeral| *numeral == letter).map(|at| at.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::{first_number, last_number};

    #[test]
    fn numbers_are_read_in_every_way_of_writing() {
        for (words, value) in [("3选", 3), ("１２个", 12), ("⑪选", 11), ("两家", 2), ("十二", 12), ("二十", 20)]
        {
            assert_eq!(first_number(words).map(|(value, _)| value), Some(value), "{words}");
        }
        assert_eq!(last_number("提供（⑥").map(|(value, _)| value), Some(6));
        assert_eq!(first_number("多家"), None);
    }
}
