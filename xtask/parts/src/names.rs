//! What functions are called, the same in every build.

use walrus::{FunctionId, Module, ModuleConfig};

/// The program as it is worked on.
pub(crate) fn load(program: &[u8]) -> walrus::Result<Module> {
    ModuleConfig::new().generate_producers_section(false).parse(program)
}

/// The names of all functions that the program has itself, with their numbers.
pub(crate) fn of(program: &[u8]) -> walrus::Result<Vec<(usize, String)>> {
    let module = load(program)?;
    Ok(own_functions(&module).into_iter().map(|id| (id.index(), name(&module, id))).collect())
}

/// The functions that are not asked of the browser.
pub(crate) fn own_functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter_local().map(|(id, _)| id).collect()
}

/// What it is called, without the numbers that stand for the versions of crates.
pub(crate) fn name(module: &Module, id: FunctionId) -> String {
    without_hashes(module.funcs.get(id).name.as_deref().unwrap_or_default())
}

/// `leimu[eb135a02cd953b0f]::ui` is `leimu::ui`; `[u8]` stays.
fn without_hashes(name: &str) -> String {
    let mut short = String::with_capacity(name.len());
    let mut left = name;
    while let Some((before, after)) = left.split_once('[') {
        short.push_str(before);
        match after.split_once(']') {
            Some((hash, rest)) if hash.len() > 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => left = rest,
            _ => {
                short.push('[');
                left = after;
            }
        }
    }
    short.push_str(left);
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_has_its_name_alone_and_a_slice_stays_one() {
        let name = "<[u8] as core[27cd0353e63fa9bc]::fmt::Debug>::fmt::<leimu[eb135a02cd953b0f]::ui::[_; 2]>";
        assert_eq!(without_hashes(name), "<[u8] as core::fmt::Debug>::fmt::<leimu::ui::[_; 2]>");
    }
}
