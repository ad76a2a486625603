//! JSON as the files in `data/` are written: what fits into a line stands in one.

use serde_json::Value;

/// How wide a line may be; a Chinese character is two wide.
const WIDTH: usize = 150;

/// The value as text.
pub(crate) fn printed(value: &Value) -> String {
    let mut out = String::new();
    print(value, 0, 0, &mut out);
    out.push('\n');
    out
}

fn print(value: &Value, indent: usize, before: usize, out: &mut String) {
    let line = one_line(value);
    let fits = indent + before + width(&line) <= WIDTH && (is_flat(value) || line.chars().count() <= 90);
    let inner = " ".repeat(indent + 2);
    match value {
        Value::Object(fields) if !fits => {
            out.push_str("{\n");
            for (at, (key, value)) in fields.iter().enumerate() {
                out.push_str(&format!("{inner}{}: ", Value::String(key.clone())));
                print(value, indent + 2, key.len() + 4, out);
                out.push_str(if at + 1 < fields.len() { ",\n" } else { "\n" });
            }
            out.push_str(&format!("{}}}", " ".repeat(indent)));
        }
        Value::Array(members) if !fits => {
            out.push_str("[\n");
            for (at, member) in members.iter().enumerate() {
                out.push_str(&inner);
                print(member, indent + 2, 0, out);
                out.push_str(if at + 1 < members.len() { ",\n" } else { "\n" });
            }
            out.push_str(&format!("{}]", " ".repeat(indent)));
        }
        _ => out.push_str(&line),
    }
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Object(fields) if fields.is_empty() => "{}".into(),
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(key, value)| format!("{}: {}", Value::String(key.clone()), one_line(value)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Array(members) => format!("[{}]", members.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

fn width(line: &str) -> usize {
    line.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum()
}

/// Nothing inside has an inside of its own with names.
fn is_flat(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().all(|value| !value.is_object()),
        Value::Array(members) => members.iter().all(|value| !value.is_object()),
        _ => true,
    }
}
