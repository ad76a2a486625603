//! Values as text that people can read and edit: what is short stands on one line.

use super::Value;

/// How wide a line of several values may be; a Chinese letter is two wide.
const WIDTH: usize = 110;

/// How far what is inside stands to the right.
const INDENT: usize = 2;

impl Value {
    /// The value as text, with a line break at its end.
    pub(in crate::catalog) fn text(&self) -> String {
        let mut page = Page { text: String::new(), column: 0 };
        page.print(self, 0);
        page.text.push('\n');
        page.text
    }

    /// The brackets and what is inside of them; none of what has no brackets.
    fn inside(&self) -> Option<Inside<'_>> {
        match self {
            Self::Object(fields) => {
                let members = fields.iter().map(|(name, value)| (Some(&**name), value));
                Some(Inside { open: "{", close: "}", members: members.collect() })
            }
            Self::List(members) => {
                let members = members.iter().map(|member| (None, member));
                Some(Inside { open: "[", close: "]", members: members.collect() })
            }
            _ => None,
        }
    }
}

struct Inside<'a> {
    open: &'static str,
    close: &'static str,
    /// Each value, with its name where it has one.
    members: Vec<(Option<&'a str>, &'a Value)>,
}

struct Page {
    text: String,
    column: usize,
}

impl Page {
    fn print(&mut self, value: &Value, indent: usize) {
        let (length, column) = (self.text.len(), self.column);
        if self.fits(value) {
            return;
        }
        let Some(Inside { open, close, members }) = value.inside() else { return };
        self.text.truncate(length);
        self.column = column;
        self.put(open);
        let inner = indent.saturating_add(INDENT);
        for (at, (name, value)) in members.into_iter().enumerate() {
            self.put(if at > 0 { "," } else { "" });
            self.next_line(inner);
            self.name(name);
            self.print(value, inner);
        }
        self.next_line(indent);
        self.put(close);
    }

    /// Prints a value into this line, unless it has brackets and there is no room for it.
    fn fits(&mut self, value: &Value) -> bool {
        let Some(Inside { open, close, members }) = value.inside() else {
            self.plain(value);
            return true;
        };
        let blank = if open == "{" && !members.is_empty() { " " } else { "" };
        self.put(open);
        self.put(blank);
        for (at, (name, value)) in members.into_iter().enumerate() {
            self.put(if at > 0 { ", " } else { "" });
            self.name(name);
            if !self.fits(value) || self.column > WIDTH {
                return false;
            }
        }
        self.put(blank);
        self.put(close);
        self.column <= WIDTH
    }

    fn plain(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.quote(text),
            Value::Whole(number) => self.put(&number.to_string()),
            Value::Truth(true) => self.put("true"),
            Value::Truth(false) => self.put("false"),
            _ => self.put("null"),
        }
    }

    fn name(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.quote(name);
            self.put(": ");
        }
    }

    fn quote(&mut self, text: &str) {
        self.put("\"");
        for letter in text.chars() {
            match letter {
                '"' => self.put("\\\""),
                '\\' => self.put("\\\\"),
                '\n' => self.put("\\n"),
                '\t' => self.put("\\t"),
                _ if letter < ' ' => self.put(&format!("\\u{:04x}", letter as u32)),
                _ => self.put(letter.encode_utf8(&mut [0; 4])),
            }
        }
        self.put("\"");
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        let width = text.chars().map(|letter| if letter > '\u{2e80}' { 2 } else { 1 }).sum();
        self.column = self.column.saturating_add(width);
    }

    fn next_line(&mut self, indent: usize) {
        self.text.push('\n');
        self.column = 0;
        self.put(&" ".repeat(indent));
    }
}
