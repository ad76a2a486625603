//! The tree of a requirement, laid out as a list of its leaves.

use leimu::catalog::{Kind, Requirement};

/// A paper, a condition or another node without members.
#[derive(Debug, Clone)]
pub(super) struct Leaf<'a> {
    /// The node.
    pub(super) node: &'a Requirement,
    /// Its place in the tree: which member of which member.
    pub(super) place: Vec<usize>,
    /// Its line; where it has none, that of the nearest node above that has one.
    pub(super) line: u32,
}

/// A group that has words and a line of its own, and none of its leaves in that line.
#[derive(Debug, Clone)]
pub(super) struct Title<'a> {
    pub(super) words: &'a str,
    pub(super) line: u32,
}

/// Everything of a tree that stands for words of the row.
#[derive(Debug, Default)]
pub(super) struct Leaves<'a> {
    pub(super) leaves: Vec<Leaf<'a>>,
    pub(super) titles: Vec<Title<'a>>,
}

impl<'a> Leaves<'a> {
    /// Lays a tree out. The nodes for which `left_out` holds are passed over.
    pub(super) fn of(root: &'a Requirement, line: u32, left_out: &dyn Fn(&[usize]) -> bool) -> Self {
        let mut leaves = Self::default();
        leaves.walk(root, line, &mut Vec::new(), left_out);
        leaves
    }

    fn walk(&mut self, node: &'a Requirement, line: u32, place: &mut Vec<usize>, left_out: &dyn Fn(&[usize]) -> bool) {
        if left_out(place) {
            return;
        }
        let line = node.line.unwrap_or(line);
        match &node.kind {
            Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => {
                let first = self.leaves.len();
                for (at, member) in members.iter().enumerate() {
                    place.push(at);
                    self.walk(member, line, place, left_out);
                    place.pop();
                }
                if let (Some(words), Some(line)) = (&node.words, node.line)
                    && self.leaves[first..].iter().all(|leaf| leaf.line != line)
                {
                    self.titles.push(Title { words, line });
                }
            }
            Kind::Nothing | Kind::Unlisted => {}
            Kind::Document(_) | Kind::Fact(_) | Kind::OnRequest(_) => {
                self.leaves.push(Leaf { node, place: place.clone(), line });
            }
        }
    }
}

/// The node at a place.
pub(super) fn node_at<'a>(root: &'a Requirement, place: &[usize]) -> &'a Requirement {
    place.iter().fold(root, |node, &at| &node.members()[at])
}

/// The tree as a word: A( every member ), O( one member ), N( so many ), D a paper, F a condition.
pub(super) fn shape(node: &Requirement) -> String {
    let group = |letter: &str| format!("{letter}({})", node.members().iter().map(shape).collect::<String>());
    match &node.kind {
        Kind::All(_) => group("A"),
        Kind::Any(_) => group("O"),
        Kind::AtLeast(least, _) => group(&format!("N{least}")),
        Kind::Document(_) => "D".into(),
        Kind::Fact(_) => "F".into(),
        Kind::Nothing => "-".into(),
        Kind::Unlisted => String::new(),
        Kind::OnRequest(_) => "R".into(),
    }
}
