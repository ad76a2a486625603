//! What holds for whatever is typed.

use leimu::catalog::{Alias, Catalog, CategoryPath, Document, DocumentId, DocumentKind, Links, Registry};
use leimu::search::{Answer, Fit, Found, Index, Thing};
use proptest::prelude::*;
use proptest::sample::{Index as Place, select};

use super::{bundle, index, search, told};

/// What somebody might type: pieces of names, pinyin, and whatever else there is.
fn typed() -> impl Strategy<Value = String> {
    let name = any::<Place>().prop_map(|at| {
        let names = names();
        names[at.index(names.len())].1.clone()
    });
    let piece = (name, any::<Place>(), 1..9_usize).prop_map(|(name, start, many)| {
        let letters: Vec<char> = name.chars().collect();
        letters.iter().skip(start.index(letters.len())).take(many).collect::<String>()
    });
    let part = prop_oneof![piece, "[a-z]{1,12}", "[a-zA-Z0-9 ]{0,6}", ".{0,6}", "[《》（）/ 酒类培训]{0,5}"];
    prop::collection::vec(part, 1..4).prop_map(|parts| parts.concat())
}

/// Every thing with its own name.
fn names() -> Vec<(Thing, String)> {
    let catalogs = bundle().catalogs.iter().enumerate();
    let categories = catalogs.flat_map(|(catalog, known)| {
        let path = |path: &CategoryPath| path.last_level().to_owned();
        known.categories.iter().enumerate().map(move |(at, one)| (Thing::Category(catalog, at), path(&one.path)))
    });
    let documents = bundle().registry.documents.iter().enumerate();
    categories.chain(documents.map(|(at, one)| (Thing::Document(at), one.name.to_string()))).collect()
}

fn has(answer: &Answer, thing: Thing) -> bool {
    answer.found.iter().any(|one| one.thing == thing || one.revisions.contains(&thing))
}

fn check_marks(found: &Found) {
    for marked in std::iter::once(&found.name).chain(&found.by) {
        let many = marked.text.chars().count();
        let mut before = None;
        for mark in &marked.marks {
            assert!(mark.start < mark.end && mark.end <= many, "{marked:?}");
            assert!(before.is_none_or(|before| before < mark.start), "{marked:?}");
            before = Some(mark.end);
        }
        assert_eq!(marked.pieces().into_iter().map(|(piece, _)| piece).collect::<String>(), marked.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_finds_something_and_marks_it_within_its_name(text in typed(), most in 1..30_usize) {
        let answer = search(&text, most);
        prop_assert!(answer.found.len() <= most);
        prop_assert_eq!(answer.found.is_empty(), index().folded_terms(&text).is_empty());
        prop_assert!(answer.found.is_sorted_by_key(|one| one.rank));
        for found in &answer.found {
            check_marks(found);
            prop_assert!(found.fit != Fit::Exact || found.name.marks.len() + found.by.as_ref().map_or(0, |by| by.marks.len()) > 0);
            prop_assert_eq!(found.fit == Fit::Nearest, answer.is_nearest());
        }
        let things: Vec<Thing> = answer.found.iter().flat_map(|one| one.revisions.iter().copied().chain([one.thing])).collect();
        for (at, thing) in things.iter().enumerate() {
            prop_assert!(!things[..at].contains(thing), "{} is found twice", told(*thing));
        }
        prop_assert_eq!(&search(&text, most), &answer);
    }

    #[test]
    fn a_piece_of_a_name_finds_it(at in any::<Place>(), start in any::<Place>(), many in 1..12_usize) {
        let names = names();
        let (thing, name) = &names[at.index(names.len())];
        let letters: Vec<char> = name.chars().collect();
        let piece: String = letters.iter().skip(start.index(letters.len())).take(many).collect();
        prop_assume!(!index().fold(&piece).is_empty());
        let answer = search(&piece, usize::MAX);
        prop_assert!(has(&answer, *thing), "{piece} does not find {name}");
        prop_assert!(answer.found.iter().any(|one| one.fit == Fit::Exact));
    }

    #[test]
    fn a_name_with_one_wrong_character_is_found(at in any::<Place>(), wrong in any::<Place>(), way in 0..4_usize) {
        let names = names();
        let (thing, name) = &names[at.index(names.len())];
        let mut letters: Vec<char> = index().fold(name).chars().collect();
        prop_assume!(letters.len() >= 4 && letters.iter().filter(|letter| !letter.is_ascii()).count() >= 4);
        let wrong = wrong.index(letters.len() - 1);
        match way {
            0 => letters[wrong] = '囧',
            1 => letters.insert(wrong, '囧'),
            2 => drop(letters.remove(wrong)),
            _ => letters.swap(wrong, wrong + 1),
        }
        let text: String = letters.into_iter().collect();
        let answer = search(&text, usize::MAX);
        // What is left may be the name of others, and then nobody looks for errors.
        let others = answer.found.iter().filter(|one| one.fit == Fit::Exact).count();
        prop_assert!(has(&answer, *thing) || others >= 3, "{text} does not find {name}");
    }

    #[test]
    fn the_order_of_the_catalogs_is_irrelevant(text in typed(), seed in any::<u64>()) {
        let mut order: Vec<usize> = (0..bundle().catalogs.len()).collect();
        for at in 1..order.len() {
            order.swap(at, (seed >> (8 * at)) as usize % (at + 1));
        }
        let catalogs: Vec<&Catalog> = order.iter().map(|&at| &bundle().catalogs[at]).collect();
        let shuffled = Index::new(&catalogs, &bundle().registry, &bundle().links);
        let there = shuffled.search(&text, "baidu-2020", 40);
        let there: Vec<_> = there.found.into_iter().map(|one| (match one.thing {
            Thing::Category(catalog, at) => told(Thing::Category(order[catalog], at)),
            document => told(document),
        }, one.rank, one.name)).collect();
        let here = index().search(&text, "baidu-2020", 40);
        let here: Vec<_> = here.found.into_iter().map(|one| (told(one.thing), one.rank, one.name)).collect();
        prop_assert_eq!(here, there);
    }
}

/// Characters with their readings, as a dictionary has them.
const CHARACTERS: [(char, &[&str]); 8] = [
    ('驾', &["jia"]),
    ('校', &["xiao"]),
    ('银', &["yin"]),
    ('行', &["xing", "hang"]),
    ('长', &["zhang", "chang"]),
    ('安', &["an"]),
    ('a', &[]),
    ('爱', &["ai"]),
];

/// Every way to type a character; the last one of a term may be cut short.
fn spelled(letter: char, is_last: bool) -> Vec<String> {
    let readings = CHARACTERS.iter().find(|(known, _)| *known == letter).map_or(&[][..], |(_, readings)| readings);
    let mut ways = vec![letter.to_string()];
    for reading in readings {
        let initial = if reading.get(1..2) == Some("h") { 2 } else { 1 };
        ways.push(reading[..1].to_owned());
        ways.push(reading[..initial].to_owned());
        ways.push((*reading).to_owned());
        if is_last {
            ways.extend((initial + 1..reading.len()).map(|many| reading[..many].to_owned()));
        }
    }
    ways
}

/// Every way to type a stretch of a name.
fn spellings(name: &[char]) -> Vec<String> {
    let mut all = Vec::new();
    for start in 0..name.len() {
        for end in start + 1..=name.len() {
            let mut begun = vec![String::new()];
            for (at, &letter) in name[start..end].iter().enumerate() {
                let ways = spelled(letter, at + 1 == end - start);
                begun = begun.iter().flat_map(|begun| ways.iter().map(move |way| format!("{begun}{way}"))).collect();
            }
            all.append(&mut begun);
        }
    }
    all
}

/// The number of letters to replace, leave out, add or swap with their neighbour, up to two.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    for at in 0..=one.len() {
        for to in 0..=other.len() {
            table[at][to] = match (at, to) {
                (0, far) | (far, 0) => far,
                _ => {
                    let same = usize::from(one[at - 1] != other[to - 1]);
                    let mut least =
                        (table[at - 1][to] + 1).min(table[at][to - 1] + 1).min(table[at - 1][to - 1] + same);
                    if at > 1 && to > 1 && one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1] {
                        least = least.min(table[at - 2][to - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[one.len()][other.len()]
}

/// How a term goes with a name, by trying everything.
fn by_definition(term: &[char], name: &[char]) -> Fit {
    let of_script = |spelling: &Vec<char>| {
        let has = |is_ascii: bool| term.iter().any(|letter| letter.is_ascii() == is_ascii);
        spelling.iter().all(|letter| has(letter.is_ascii()))
    };
    let ways = spellings(name).into_iter().map(|way| way.chars().collect::<Vec<char>>()).filter(of_script);
    let may_err = term.len() >= 4 || term.iter().filter(|letter| !letter.is_ascii()).count() >= 3;
    match ways.map(|way| distance(term, &way)).min() {
        Some(0) => Fit::Exact,
        Some(1) if may_err => Fit::OneError,
        _ => Fit::Nearest,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_term_goes_with_a_name_as_the_definition_says(
        name in prop::collection::vec(select(CHARACTERS.map(|(letter, _)| letter).to_vec()), 1..5),
        way in any::<Place>(),
        edits in prop::collection::vec((any::<Place>(), 0..4_usize, select("jiaxonghyczu驾校银行爱".chars().collect::<Vec<_>>())), 0..3),
    ) {
        let ways = spellings(&name);
        let mut term: Vec<char> = ways[way.index(ways.len())].chars().collect();
        for (at, way, letter) in edits {
            let at = at.index(term.len());
            match way {
                0 => term[at] = letter,
                1 => term.insert(at, letter),
                2 if term.len() > 1 => drop(term.remove(at)),
                _ if at > 0 => term.swap(at - 1, at),
                _ => {}
            }
        }
        let text: String = term.iter().collect();
        let document = Document {
            id: DocumentId::from("paper"),
            name: name.iter().collect::<String>().into(),
            english: "".into(),
            kind: DocumentKind::Licence,
            issuer: None,
            aliases: Vec::<Alias>::new(),
        };
        let registry = Registry::new(vec![document], Vec::new(), Vec::new(), Vec::new());
        let index = Index::new(&[], &registry, &LINKS);
        let found = index.among(&text, &|_| true);
        prop_assert_eq!(found[0].1, by_definition(&term, &name), "{} in {:?}", text, name);
    }
}

static LINKS: Links = Links { revisions: Vec::new(), businesses: Vec::new() };
