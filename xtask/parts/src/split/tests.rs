use super::*;
use wasmi::{Caller, Engine, Extern, Func, Linker, Module as Ready, Store, Val};

/// What leads from one part to the other in every way there is: calls, a table, memory, a global, the browser.
const PROGRAM: &str = r#"(module
    (import "browser" "tell" (func $tell (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 8) "\2a")
    (global $stack (mut i32) (i32.const 1000))
    (table 4 funcref)
    (elem (i32.const 1) $now $late $deep)
    (type $one (func (param i32) (result i32)))
    (func $now (param i32) (result i32)
        (global.set $stack (i32.add (global.get $stack) (i32.const 1)))
        (i32.add (local.get 0) (i32.load8_u (i32.const 8))))
    (func $late (param i32) (result i32)
        (call $tell (local.get 0))
        (global.set $stack (i32.sub (global.get $stack) (i32.const 16)))
        (i32.store8 (i32.const 8) (i32.const 7))
        (i32.add (call $now (local.get 0)) (call $deep (local.get 0))))
    (func $deep (param i32) (result i32)
        (call $tell (i32.const 99))
        (if (result i32) (i32.gt_s (local.get 0) (i32.const 100))
            (then (call_indirect (type $one) (i32.sub (local.get 0) (i32.const 99)) (i32.const 1)))
            (else (i32.mul (global.get $stack) (local.get 0)))))
    (func $short (result i32) (i32.const 3))
    (func (export "directly") (param i32) (result i32) (i32.add (call $late (local.get 0)) (call $short)))
    (func (export "by_table") (param i32) (result i32)
        (call_indirect (type $one) (local.get 0) (i32.const 2)))
    (func (export "first_alone") (param i32) (result i32) (call $now (local.get 0)))
)"#;

const LATER: &str = "late\ndeep\nshort\n";

fn parts() -> Parts {
    split(&wat::parse_str(PROGRAM).unwrap(), &Later::parse(LATER)).unwrap()
}

/// What a run has told, and how often it needed the rest.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    told: Vec<i32>,
    needed: usize,
}

/// Calls an export of a program, whose doors open to `rest`.
fn call(program: &[u8], rest: &[u8], calls: &[(&str, i32)]) -> (Vec<i32>, Seen) {
    let engine = Engine::default();
    let mut store = Store::new(&engine, Seen::default());
    let mut linker = Linker::new(&engine);
    let tell = Func::wrap(&mut store, |mut caller: Caller<'_, Seen>, what: i32| caller.data_mut().told.push(what));
    linker.define("browser", "tell", tell).unwrap();
    let rest = Ready::new(&engine, rest).unwrap();
    let need = Func::wrap(&mut store, move |mut caller: Caller<'_, Seen>| {
        caller.data_mut().needed += 1;
        let mut linker = Linker::new(caller.engine());
        for import in rest.imports() {
            assert_eq!(import.module(), FIRST);
            let export: Extern = caller.get_export(import.name()).unwrap_or_else(|| panic!("no {}", import.name()));
            linker.define(FIRST, import.name(), export).unwrap();
        }
        linker.instantiate_and_start(&mut caller, &rest).unwrap();
    });
    linker.define(DOOR, NEED, need).unwrap();
    let program = Ready::new(&engine, program).unwrap();
    let instance = linker.instantiate_and_start(&mut store, &program).unwrap();
    let answers = calls.iter().map(|&(export, argument)| {
        let mut answer = [Val::I32(0)];
        instance.get_func(&store, export).unwrap().call(&mut store, &[Val::I32(argument)], &mut answer).unwrap();
        answer[0].i32().unwrap()
    });
    let answers = answers.collect();
    (answers, store.into_data())
}

#[test]
fn the_two_do_what_the_one_does() {
    let parts = parts();
    for calls in [
        &[("directly", 5), ("by_table", 6), ("directly", 101), ("first_alone", 1)][..],
        &[("by_table", 3), ("first_alone", 9), ("by_table", 102)],
    ] {
        let (answers, seen) = call(&parts.whole, &parts.rest, calls);
        let (of_two, seen_of_two) = call(&parts.first, &parts.rest, calls);
        assert_eq!(of_two, answers);
        assert_eq!(seen_of_two.told, seen.told);
        assert_eq!((seen.needed, seen_of_two.needed), (0, 1), "asked for once, when it is first needed");
    }
}

#[test]
fn what_comes_first_needs_nothing_of_the_rest() {
    let parts = parts();
    let (answers, seen) = call(&parts.first, &parts.rest, &[("first_alone", 1)]);
    assert_eq!((answers, seen), (vec![43], Seen::default()));
}

#[test]
fn what_is_shorter_than_a_door_stays() {
    let parts = parts();
    assert_eq!((parts.functions, parts.later, parts.doors), (7, 2, 2));
}

#[test]
fn a_program_of_which_nothing_comes_later_is_whole() {
    let program = wat::parse_str(PROGRAM).unwrap();
    let parts = split(&program, &Later::default()).unwrap();
    assert_eq!((parts.later, parts.doors), (0, 0));
    let (answers, seen) = call(&parts.first, &parts.rest, &[("directly", 5)]);
    assert_eq!((answers[0], seen.needed), (call(&parts.whole, &parts.rest, &[("directly", 5)]).0[0], 0));
}

#[test]
fn names_are_for_people_alone() {
    let parts = parts();
    for part in [&parts.whole, &parts.first, &parts.rest] {
        assert!(!part.windows(4).any(|bytes| bytes == b"late"));
    }
}
