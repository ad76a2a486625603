//! A WebAssembly file, as far as it weighs something.

use std::collections::HashMap;

use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// A function of the program.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    /// As the linker calls it; its number where nothing does.
    pub(crate) name: String,
    /// What its body takes.
    pub(crate) bytes: usize,
}

/// What lies in the memory of the program when it starts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its address; none for a segment that is copied there by the program.
    pub(crate) address: Option<usize>,
    pub(crate) content: Vec<u8>,
}

/// A whole program.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) functions: Vec<Function>,
    pub(crate) segments: Vec<Segment>,
}

/// Why a program cannot be weighed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProgramError {
    /// It, or a file that is looked for in it, cannot be read.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is no WebAssembly.
    #[error("not a WebAssembly program: {0}")]
    Format(#[from] wasmparser::BinaryReaderError),
    /// Its names were taken out.
    #[error("its functions have no names; read the program from before they were taken out")]
    NoNames,
}

impl Program {
    /// Reads a program that has its names.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, ProgramError> {
        let mut program = Self::default();
        let mut names = HashMap::new();
        // Imported functions come first in the numbering, and have no body.
        let mut number = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        number += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let bytes = body.get_binary_reader().bytes_remaining();
                    program.functions.push(Function { name: number.to_string(), bytes });
                    number += 1;
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        program
                            .segments
                            .push(Segment { address: address(&segment.kind), content: segment.data.to_vec() });
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(sections) = section.as_known() {
                        names.extend(functions_in(sections)?);
                    }
                }
                _ => {}
            }
        }
        if names.is_empty() {
            return Err(ProgramError::NoNames);
        }
        for function in &mut program.functions {
            if let Some(name) = function.name.parse().ok().and_then(|number: u32| names.remove(&number)) {
                function.name = name;
            }
        }
        Ok(program)
    }
}

fn functions_in(sections: wasmparser::NameSectionReader<'_>) -> Result<HashMap<u32, String>, ProgramError> {
    let mut names = HashMap::new();
    for section in sections {
        if let Name::Function(functions) = section? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// Where a segment is put, if that is a plain number.
fn address(kind: &DataKind<'_>) -> Option<usize> {
    let DataKind::Active { offset_expr, .. } = kind else { return None };
    match offset_expr.get_operators_reader().read().ok()? {
        Operator::I32Const { value } => usize::try_from(value).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"(module
        (import "page" "now" (func $now (result i32)))
        (memory 1)
        (func $add (param i32 i32) (result i32) local.get 0 local.get 1 i32.add)
        (func (result i32) i32.const 1)
        (data (i32.const 16) "rules"))"#;

    #[test]
    fn imports_are_numbered_and_weigh_nothing() {
        let program = Program::read(&wat::parse_str(SMALL).unwrap()).unwrap();
        let names: Vec<_> = program.functions.iter().map(|function| function.name.as_str()).collect();
        assert_eq!(names, ["add", "2"]);
        // A count of locals, three instructions (two with a number), an end.
        assert_eq!(program.functions.first().map(|function| function.bytes), Some(7));
        assert_eq!(program.segments, [Segment { address: Some(16), content: b"rules".to_vec() }]);
    }

    #[test]
    fn what_cannot_be_weighed_says_why() {
        let nameless = wat::parse_str("(module (func))").unwrap();
        assert!(matches!(Program::read(&nameless), Err(ProgramError::NoNames)));
        assert!(matches!(Program::read(b"text"), Err(ProgramError::Format(_))));
    }
}
