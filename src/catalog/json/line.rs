//! The line at which something stands in a text that is known to be JSON.

/// The line after these steps from the outermost value: at each, so many others stand before what
/// is meant. A field stands where its name does.
pub(super) fn line(text: &str, steps: &[usize]) -> usize {
    let bytes = text.as_bytes();
    let mut at = past_blanks(bytes, 0);
    for (step, before) in steps.iter().enumerate() {
        let inner = if step == 0 { at } else { value(bytes, at) };
        at = inner.saturating_add(1);
        for _ in 0..*before {
            at = past_member(bytes, at);
        }
        at = past_blanks(bytes, at);
    }
    let lines = bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    lines.saturating_add(1)
}

/// Where the value of a member begins: behind the name, if it has one.
fn value(bytes: &[u8], at: usize) -> usize {
    if bytes.get(at) != Some(&b'"') {
        return at;
    }
    let colon = past_blanks(bytes, past_text(bytes, at));
    past_blanks(bytes, colon.saturating_add(1))
}

fn past_blanks(bytes: &[u8], at: usize) -> usize {
    let blanks = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_whitespace()).count();
    at.saturating_add(blanks)
}

/// Behind a text in quotes that begins here.
fn past_text(bytes: &[u8], at: usize) -> usize {
    let mut at = at.saturating_add(1);
    loop {
        match bytes.get(at) {
            Some(b'\\') => at = at.saturating_add(2),
            Some(b'"') | None => return at.saturating_add(1),
            Some(_) => at = at.saturating_add(1),
        }
    }
}

/// Behind the comma that ends this member.
fn past_member(bytes: &[u8], at: usize) -> usize {
    let (mut at, mut depth) = (at, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at = past_text(bytes, at);
                continue;
            }
            b'{' | b'[' => depth = depth.saturating_add(1),
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return at.saturating_add(1),
            _ => {}
        }
        at = at.saturating_add(1);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn commas_brackets_and_quotes_inside_of_texts_are_no_steps() {
        let text = "\n{ \"a,b\\\"\": [1,\n {\"x\": \"}],\"},\n [[2],\n 3]],\n\"c\"\n:\n \"\", \"d\": 4 }";
        for (steps, expected) in [
            (&[][..], 2),
            (&[0], 2),
            (&[0, 0], 2),
            (&[0, 1], 3),
            (&[0, 1, 0], 3),
            (&[0, 2], 4),
            (&[0, 2, 0, 0], 4),
            (&[0, 2, 1], 5),
            (&[1], 6),
            (&[2], 8),
        ] {
            assert_eq!(line(text, steps), expected, "{steps:?}");
        }
    }
}
