//! What lies in the memory of a program, piece by piece: files that went into it, and what is between.

use crate::program::Segment;

/// How many bytes without content end a piece that nothing else ends: the linker puts alike things together.
const GAP: usize = 16;

/// How much of a text shows what a piece is.
const SHOWN: usize = 48;

/// A piece of data.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The file that it is, or what its beginning says.
    what: String,
    bytes: usize,
}

impl Piece {
    /// What it is, and its weight.
    pub(crate) fn line(self) -> (String, usize) {
        (self.what, self.bytes)
    }
}

/// All data in pieces. Files whose content is found in it have a piece of their own.
pub(crate) fn pieces(segments: &[Segment], files: &[(String, Vec<u8>)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in runs(segments) {
        let mut rest = vec![run];
        for (name, content) in files.iter().filter(|(_, content)| !content.is_empty()) {
            let mut left = Vec::new();
            for part in rest {
                match find(&part.content, content) {
                    None => left.push(part),
                    Some(at) => {
                        pieces.push(Piece { what: name.clone(), bytes: content.len() });
                        left.push(part.between(0, at));
                        left.push(part.between(at + content.len(), part.content.len()));
                    }
                }
            }
            rest = left;
        }
        pieces.extend(rest.into_iter().flat_map(|part| part.at_gaps()));
    }
    pieces
}

/// Data without anything between, and its address.
struct Run {
    address: Option<usize>,
    content: Vec<u8>,
}

impl Run {
    fn between(&self, from: usize, to: usize) -> Self {
        let address = self.address.map(|address| address + from);
        Self { address, content: self.content.get(from..to).unwrap_or_default().to_vec() }
    }

    /// Its pieces, without the gaps.
    fn at_gaps(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut begin = None;
        let mut zeros = 0;
        for (at, byte) in self.content.iter().chain(&[0; GAP]).enumerate() {
            zeros = if *byte == 0 { zeros + 1 } else { 0 };
            match begin {
                None if *byte != 0 => begin = Some(at),
                Some(from) if zeros == GAP => {
                    let piece = self.between(from, at + 1 - GAP);
                    let place = piece.address.map_or_else(|| "copied".to_owned(), |address| format!("{address:#x}"));
                    pieces.push(Piece {
                        what: format!("{place} {}", preview(&piece.content)),
                        bytes: piece.content.len(),
                    });
                    begin = None;
                }
                _ => {}
            }
        }
        pieces
    }
}

/// Segments that touch are one: optimisers cut them wherever there are zeros.
fn runs(segments: &[Segment]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for Segment { address, content } in segments {
        let gap = runs.last().and_then(|run| address.as_ref()?.checked_sub(run.address? + run.content.len()));
        match (runs.last_mut(), gap) {
            (Some(run), Some(gap)) => {
                run.content.resize(run.content.len() + gap, 0);
                run.content.extend(content);
            }
            _ => runs.push(Run { address: *address, content: content.clone() }),
        }
    }
    runs
}

fn find(content: &[u8], wanted: &[u8]) -> Option<usize> {
    content.windows(wanted.len()).position(|window| window == wanted)
}

/// The first words in a piece.
fn preview(content: &[u8]) -> String {
    let text = String::from_utf8_lossy(content);
    let shows = |sign: &char| !sign.is_control() && *sign != char::REPLACEMENT_CHARACTER;
    let words = text.split(|sign: char| !shows(&sign)).find(|words| words.chars().count() >= 8).unwrap_or_default();
    format!("“{}”", words.chars().take(SHOWN).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(address: usize, content: &[u8]) -> Segment {
        Segment { address: Some(address), content: content.to_vec() }
    }

    fn told(segments: &[Segment], files: &[(String, Vec<u8>)]) -> Vec<(String, usize)> {
        pieces(segments, files).into_iter().map(Piece::line).collect()
    }

    #[test]
    fn a_file_is_found_across_segments_and_what_is_around_it_is_left() {
        let segments = [segment(16, b"before: RU"), segment(28, b"LES and after")];
        let files = [("rules.bin".to_owned(), b"RU\0\0LES".to_vec()), ("absent.bin".to_owned(), b"absent".to_vec())];
        let expected = [("rules.bin", 7), ("0x10 “before: ”", 8), ("0x1f “ and after”", 10)];
        assert_eq!(told(&segments, &files), expected.map(|(what, bytes)| (what.to_owned(), bytes)));
    }

    #[test]
    fn long_gaps_end_a_piece_and_short_ones_do_not() {
        let mut content = b"first words".to_vec();
        content.extend([0; GAP]);
        content.extend(b"second\0words");
        let expected = [("0x0 “first words”", 11), ("0x1b “”", 12)];
        assert_eq!(told(&[segment(0, &content)], &[]), expected.map(|(what, bytes)| (what.to_owned(), bytes)));
    }

    #[test]
    fn what_the_program_copies_itself_has_no_address() {
        let segment = Segment { address: None, content: b"passive data".to_vec() };
        assert_eq!(told(&[segment], &[]), [("copied “passive data”".to_owned(), 12)]);
    }
}
