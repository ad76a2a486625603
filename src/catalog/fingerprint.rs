//! A short mark of what a text says: the version of data that has no number of its own.

/// Eight hexadecimal digits that change with any letter of the texts.
#[must_use]
pub fn fingerprint(texts: &[&str]) -> String {
    // FNV-1a, folded to half of its width.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in texts.iter().flat_map(|text| text.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{:08x}", (hash ^ (hash >> 32)) & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_letter_changes_it() {
        let marks = ["", "a", "b", "驾校", "驾校 "].map(|text| fingerprint(&["x", text]));
        for (at, one) in marks.iter().enumerate() {
            assert_eq!(one.len(), 8);
            assert!(marks.iter().skip(at + 1).all(|other| other != one), "{marks:?}");
        }
        assert_eq!(fingerprint(&["ab", "c"]), fingerprint(&["abc"]));
    }
}
