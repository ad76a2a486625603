//! Names as the source has them, and the module that each belongs to.

use std::collections::HashMap;

use crate::program::Function;

/// The crate whose modules are told apart; every other one is one line.
const OURS: &str = "leimu";

/// What the language itself has; its functions are the core library's.
const PRIMITIVES: [&str; 17] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    "f32", "f64",
];

/// A name without the linker's marks.
pub(crate) fn readable(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let mut parts = name.split('[');
    let mut readable = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // wasm-bindgen has taken the other marks off, and left the hash of every crate: `core[0123456789abcdef]::fmt`.
        let rest = part.split_once(']').filter(|(hash, _)| readable.ends_with(is_of_word) && is_hash(hash));
        match rest {
            Some((_, rest)) => readable.push_str(rest),
            None => readable.extend(["[", part]),
        }
    }
    readable
}

fn is_hash(word: &str) -> bool {
    word.len() >= 8 && word.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// What the functions of each module of ours, and of each crate, weigh together.
pub(crate) fn by_module(functions: &[Function]) -> Vec<(String, usize)> {
    let mut modules: HashMap<String, usize> = HashMap::new();
    for function in functions {
        *modules.entry(module(&readable(&function.name))).or_default() += function.bytes;
    }
    modules.into_iter().collect()
}

/// The module of ours, or the crate, in which a name begins: `<leimu::ui::El as core::Display>::fmt` in
/// `leimu::ui`. What is made of a template of a library for a type of ours is ours.
fn module(name: &str) -> String {
    let ours = name.find(&format!("{OURS}::")).filter(|at| !name[..*at].ends_with(is_of_word));
    let path = ours.map_or(name, |at| &name[at..]);
    let path = path.trim_start_matches(|sign: char| !is_of_word(sign));
    let path = path.strip_prefix("dyn ").or_else(|| path.strip_prefix("mut ")).unwrap_or(path);
    let mut parts = path.split("::").map(|part| part.split(|sign| !is_of_word(sign)).next().unwrap_or_default());
    let first = parts.next().unwrap_or_default();
    match parts.next() {
        _ if PRIMITIVES.contains(&first) => "core".to_owned(),
        Some(second) if first == OURS && !second.is_empty() => format!("{first}::{second}"),
        Some(_) => first.to_owned(),
        None => "others".to_owned(),
    }
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_linker_are_taken_off() {
        assert_eq!(readable("_ZN5leimu2ui5start17h0123456789abcdefE"), "leimu::ui::start");
        assert_eq!(
            readable("<leimu[cdaca5d51a43f967]::state::data::Loading>::go_on"),
            "<leimu::state::data::Loading>::go_on"
        );
        for name in ["__wbindgen_malloc", "<[u8]>::to_vec", "<alloc::vec::Vec<[f32; 4]>>::push"] {
            assert_eq!(readable(name), name);
        }
    }

    #[test]
    fn modules_of_ours_are_told_apart() {
        for (name, expected) in [
            ("leimu::ui::checker::screen::{{closure}}", "leimu::ui"),
            ("<leimu::catalog::Tree as core::fmt::Debug>::fmt", "leimu::catalog"),
            ("core::ptr::drop_in_place<alloc::vec::Vec<leimu::draft::Draft>>", "leimu::draft"),
            ("<&mut leimu::draft::Draft as serde::Serialize>::serialize", "leimu::draft"),
            ("<dyn core::any::Any>::is", "core"),
            ("alloc::vec::Vec<T>::push", "alloc"),
            ("<str>::trim", "core"),
            ("not_leimu::ui::start", "not_leimu"),
            ("leimu::main", "leimu::main"),
            ("__wbindgen_malloc", "others"),
            ("memcpy", "others"),
        ] {
            assert_eq!(module(name), expected, "{name}");
        }
    }

    #[test]
    fn functions_of_a_module_weigh_together() {
        let function = |name: &str, bytes| Function { name: name.to_owned(), bytes };
        let functions = [function("leimu::ui::a", 3), function("leimu::ui::b", 4), function("core::c", 5)];
        let mut modules = by_module(&functions);
        modules.sort();
        assert_eq!(modules, [("core".to_owned(), 5), ("leimu::ui".to_owned(), 7)]);
    }
}
