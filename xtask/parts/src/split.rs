//! One program as two, which share memory, tables and globals.
//!
//! Both are made from the whole by leaving out. In the first part, a function that comes later is a door: it asks for the
//! rest where that is not there yet, and goes on in there. The rest has the functions themselves, and asks the first part
//! for everything else. A function has one place in both, so nothing that points to one has to change.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{CallIndirect, Instr, InstrSeqId, Value};
use walrus::{
    ConstExpr, ElementId, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalKind, ImportKind,
    ImportedFunction, LocalFunction, Module, RefType, TableId, ValType, passes,
};

use crate::later::Later;
use crate::names::{load, name, own_functions};

/// What the first part asks for the rest, and what names itself to whoever watches.
pub(crate) const DOOR: &str = "parts";

/// It has to be there when it returns.
const NEED: &str = "need";

/// What the rest asks the first part for.
const FIRST: &str = "first";

/// The table of what is behind the doors.
const BEHIND: &str = "behind";

/// As long as a door: what is no longer stays.
const DOOR_LENGTH: u64 = 8;

/// The two, and the one that they were.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) whole: Vec<u8>,
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
    /// How many functions there are.
    pub(crate) functions: usize,
    /// How many of them are in the rest.
    pub(crate) later: usize,
    /// How many of those the first part may call.
    pub(crate) doors: usize,
}

/// Splits it.
pub(crate) fn split(program: &[u8], later: &Later) -> walrus::Result<Parts> {
    let (mut whole, mut first, mut rest) = (load(program)?, load(program)?, load(program)?);
    let own = own_functions(&whole);
    let deferred: BTreeSet<usize> = own
        .iter()
        .filter(|&&id| later.has(&name(&whole, id)) && !is_short(whole.funcs.get(id).kind.unwrap_local()))
        .map(FunctionId::index)
        .collect();

    let behind = leave_out_what_comes_first(&mut rest, &deferred);
    export_what_is_missed(&mut first, &rest);
    let doors = leave_doors(&mut first, &deferred);
    let found = by_number(&rest);
    let behind_doors = doors.iter().filter_map(|door| found.get(&door.index()).copied()).collect();
    fill(&mut rest, behind, behind_doors);

    for module in [&mut whole, &mut first, &mut rest] {
        strip(module);
    }
    Ok(Parts {
        functions: own.len(),
        later: deferred.len(),
        doors: doors.len(),
        whole: whole.emit_wasm(),
        first: first.emit_wasm(),
        rest: rest.emit_wasm(),
    })
}

/// Whether it is no longer than its door would be, and needs nothing of the rest.
fn is_short(function: &LocalFunction) -> bool {
    let calls = |(instr, _): &(Instr, _)| matches!(instr, Instr::Call(_) | Instr::CallIndirect(_));
    function.size() <= DOOR_LENGTH && !sequences(function).any(|id| function.block(id).instrs.iter().any(calls))
}

/// Every sequence of its instructions.
fn sequences(function: &LocalFunction) -> impl Iterator<Item = InstrSeqId> {
    let mut found = vec![function.entry_block()];
    let mut next = 0;
    while let Some(&id) = found.get(next) {
        next += 1;
        for (instr, _) in &function.block(id).instrs {
            match instr {
                Instr::Block(block) => found.push(block.seq),
                Instr::Loop(block) => found.push(block.seq),
                Instr::IfElse(branch) => found.extend([branch.consequent, branch.alternative]),
                _ => {}
            }
        }
    }
    found.into_iter()
}

/// A table and what stands in it.
#[derive(Clone, Copy, Debug)]
struct Behind {
    table: TableId,
    content: ElementId,
}

/// Leaves in the whole program the functions that come later, and asks the first part for everything else.
fn leave_out_what_comes_first(rest: &mut Module, deferred: &BTreeSet<usize>) -> Behind {
    let ids: Vec<_> = rest.exports.iter().map(walrus::Export::id).collect();
    ids.into_iter().for_each(|id| rest.exports.delete(id));
    rest.start = None;
    let ids: Vec<_> = rest.elements.iter().map(walrus::Element::id).collect();
    ids.into_iter().for_each(|id| rest.elements.delete(id));
    rest.tables.iter_mut().for_each(|table| table.elem_segments.clear());
    let ids: Vec<_> = rest.data.iter().map(walrus::Data::id).collect();
    ids.into_iter().for_each(|id| rest.data.delete(id));
    rest.memories.iter_mut().for_each(|memory| memory.data_segments.clear());

    let of_whole: Vec<_> = rest.imports.iter().map(walrus::Import::id).collect();
    let functions: Vec<_> = rest.funcs.iter().map(walrus::Function::id).collect();
    for id in functions.iter().copied().filter(|id| !deferred.contains(&id.index())) {
        let ty = rest.funcs.get(id).ty();
        let import = rest.imports.add(FIRST, &export_name('f', id.index()), ImportKind::Function(id));
        rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let tables: Vec<_> = rest.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = rest.imports.add(FIRST, &export_name('t', id.index()), ImportKind::Table(id));
        rest.tables.get_mut(id).import = Some(import);
    }
    let globals: Vec<_> = rest.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = rest.imports.add(FIRST, &export_name('g', id.index()), ImportKind::Global(id));
        rest.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let memories: Vec<_> = rest.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = rest.imports.add(FIRST, &export_name('m', id.index()), ImportKind::Memory(id));
        rest.memories.get_mut(id).import = Some(import);
    }
    of_whole.into_iter().for_each(|id| rest.imports.delete(id));

    let (table, _) = rest.add_import_table(FIRST, BEHIND, false, 0, None, RefType::FUNCREF);
    let start = ConstExpr::Value(Value::I32(0));
    let all = functions.into_iter().filter(|id| deferred.contains(&id.index())).collect();
    let content = rest.elements.add(ElementKind::Active { table, offset: start }, ElementItems::Functions(all));
    rest.tables.get_mut(table).elem_segments.insert(content);
    passes::gc::run(rest);
    Behind { table, content }
}

/// `f1z`: short, and no name that a program gives.
fn export_name(kind: char, number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut name = String::from(kind);
    let mut left = number;
    loop {
        name.extend(DIGITS.get(left % DIGITS.len()).map(|digit| char::from(*digit)));
        left /= DIGITS.len();
        if left == 0 {
            return name;
        }
    }
}

/// Hands out of the first part whatever the rest asks it for.
fn export_what_is_missed(first: &mut Module, rest: &Module) {
    let functions = by_number(first);
    let tables: BTreeMap<_, _> = first.tables.iter().map(|table| (table.id().index(), table.id())).collect();
    let globals: BTreeMap<_, _> = first.globals.iter().map(|global| (global.id().index(), global.id())).collect();
    let memories: BTreeMap<_, _> = first.memories.iter().map(|memory| (memory.id().index(), memory.id())).collect();
    for import in rest.imports.iter().filter(|import| import.name != BEHIND) {
        let name = import.name.as_str();
        match import.kind {
            ImportKind::Function(id) => {
                functions.get(&id.index()).map(|&own| first.exports.add(name, own));
            }
            ImportKind::Table(id) => {
                tables.get(&id.index()).map(|&own| first.exports.add(name, own));
            }
            ImportKind::Global(id) => {
                globals.get(&id.index()).map(|&own| first.exports.add(name, own));
            }
            ImportKind::Memory(id) => {
                memories.get(&id.index()).map(|&own| first.exports.add(name, own));
            }
            // Rust has no exceptions to share.
            ImportKind::Tag(_) => {}
        }
    }
}

/// Makes a door of every function that comes later, as far as anything leads there; in the order of the table behind.
fn leave_doors(first: &mut Module, deferred: &BTreeSet<usize>) -> Vec<FunctionId> {
    let later = |module: &Module| -> Vec<FunctionId> {
        own_functions(module).into_iter().filter(|id| deferred.contains(&id.index())).collect()
    };
    for id in later(first) {
        replace(first, id, |body, _| {
            body.unreachable();
        });
    }
    passes::gc::run(first);
    let doors = later(first);

    let many = doors.len() as u64;
    let table = first.tables.add_local(false, many, Some(many), RefType::FUNCREF);
    first.exports.add(BEHIND, table);
    let ty = first.types.add(&[], &[]);
    let (need, _) = first.add_import_func(DOOR, NEED, ty);
    for (place, &id) in doors.iter().enumerate() {
        let place = i32::try_from(place).unwrap_or(i32::MAX);
        let ty = first.funcs.get(id).ty();
        replace(first, id, |body, arguments| {
            let ask = |then: &mut walrus::InstrSeqBuilder<'_>| {
                then.call(need);
            };
            body.i32_const(place).table_get(table).ref_is_null().if_else(None, ask, |_| {});
            for &argument in arguments {
                body.local_get(argument);
            }
            body.i32_const(place).instr(CallIndirect { ty, table });
        });
    }
    doors
}

/// Gives a function another body, which is told its arguments.
fn replace(
    module: &mut Module,
    id: FunctionId,
    write: impl FnOnce(&mut walrus::InstrSeqBuilder<'_>, &[walrus::LocalId]),
) {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (params, results): (Vec<ValType>, Vec<ValType>) = (ty.params().to_vec(), ty.results().to_vec());
    let arguments: Vec<_> = params.iter().map(|&param| module.locals.add(param)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    write(&mut builder.func_body(), &arguments);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Puts the functions behind their doors.
fn fill(rest: &mut Module, behind: Behind, functions: Vec<FunctionId>) {
    let many = functions.len() as u64;
    let table = rest.tables.get_mut(behind.table);
    (table.initial, table.maximum) = (many, Some(many));
    rest.elements.get_mut(behind.content).items = ElementItems::Functions(functions);
    passes::gc::run(rest);
}

fn by_number(module: &Module) -> BTreeMap<usize, FunctionId> {
    module.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
}

/// Takes out what only people read.
fn strip(module: &mut Module) {
    let sections: Vec<String> = module.customs.iter().map(|(_, section)| section.name().to_owned()).collect();
    for section in sections {
        module.customs.remove_raw(&section);
    }
    module.funcs.iter_mut().for_each(|function| function.name = None);
    module.name = None;
}

#[cfg(test)]
mod tests;
