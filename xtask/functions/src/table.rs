//! Lists for people.

use std::fmt::Write;

/// Names that are longer are cut in the middle: they begin with the module and end with the function.
const WIDEST: usize = 120;

/// The first lines of a list with their share of the whole, and what the rest of it weighs.
pub(crate) fn of(title: &str, whole: usize, lines: &[(String, usize)], most: usize) -> String {
    let mut table = format!("{:>10} {:>6}  {title}\n", "bytes", "share");
    let mut add = |what: &str, bytes: usize| {
        let share = 1000 * bytes / whole.max(1);
        // Writing to a string cannot fail.
        writeln!(table, "{bytes:>10} {:>3}.{} %  {what}", share / 10, share % 10).ok();
    };
    for (what, bytes) in lines.iter().take(most) {
        add(&cut(what), *bytes);
    }
    let rest = lines.iter().skip(most).map(|(_, bytes)| bytes).sum();
    if rest > 0 {
        add(&format!("in {} others", lines.len().saturating_sub(most)), rest);
    }
    add("in all", whole);
    table
}

fn cut(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    let Some(over) = signs.len().checked_sub(WIDEST).filter(|over| *over > 0) else { return name.to_owned() };
    let half = WIDEST / 2;
    let (before, after) = (signs.iter().take(half), signs.iter().skip(half + over + 1));
    before.chain(&['…']).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_long_list_is_one_line() {
        let lines = [("a".to_owned(), 50), ("b".to_owned(), 30), ("c".to_owned(), 15), ("d".to_owned(), 5)];
        let table = of("things", 100, &lines, 2);
        let words: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["50", "50.0", "%", "a"]);
        assert_eq!(words[3], ["20", "20.0", "%", "in", "2", "others"]);
        assert_eq!(words[4], ["100", "100.0", "%", "in", "all"]);
    }

    #[test]
    fn long_names_keep_both_ends() {
        let name = format!("leimu::{}::end", "x".repeat(200));
        let cut = cut(&name);
        assert_eq!(cut.chars().count(), WIDEST);
        assert!(cut.starts_with("leimu::") && cut.ends_with("::end"), "{cut}");
        assert_eq!(super::cut("short"), "short");
    }
}
