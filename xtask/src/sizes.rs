//! What the files of the bundle weigh: as they are, in gzip and in brotli.

use crate::error::{Error, Result};
use crate::process;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// Node has both compressors, and is needed for wasm-opt anyway.
const MEASURE: &str = r"
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { gzipSync, brotliCompressSync } = require('node:zlib');
const root = process.argv[1];
const walk = (directory) => readdirSync(directory).sort().flatMap((name) => {
  const path = join(directory, name);
  return statSync(path).isDirectory() ? walk(path) : [path];
});
// What lies beside a file as a packed copy of it is that file once more.
const isCopy = (path) => /\.(br|gz)$/.test(path) && existsSync(path.slice(0, -3));
for (const path of walk(root).filter((path) => !isCopy(path))) {
  const bytes = readFileSync(path);
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const name = relative(root, path).split(sep).join('/');
  console.log([bytes.length, gzip, brotliCompressSync(bytes).length, name].join('\t'));
}
";

/// The weight of one file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// The path inside the bundle, with `/` between its parts.
    pub(crate) name: String,
    /// As it is.
    pub(crate) raw: u64,
    /// In gzip, level 9.
    pub(crate) gzip: u64,
    /// In brotli, quality 11.
    pub(crate) brotli: u64,
}

/// Weighs every file of the bundle.
pub(crate) fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    if !dist.join("index.html").is_file() {
        return Err(Error::Missing {
            what: format!("the bundle in {}", dist.display()),
            remedy: "run `cargo xtask bundle`".to_owned(),
        });
    }
    let mut node = Command::new("node");
    node.args(["-e", MEASURE]).arg(dist);
    let answer = process::output(&mut node).ok_or_else(|| Error::Missing {
        what: "a Node.js that runs".to_owned(),
        remedy: "`node --version` has to answer; `cargo xtask setup` installs it".to_owned(),
    })?;
    let weights = answer.lines().map(weight).collect::<Option<Vec<_>>>();
    weights.ok_or_else(|| Error::Content {
        path: dist.to_owned(),
        expected: format!("four columns a line from node, not {answer:?}"),
    })
}

fn weight(line: &str) -> Option<Weight> {
    let mut columns = line.splitn(4, '\t');
    let mut number = || columns.next()?.parse().ok();
    let (raw, gzip, brotli) = (number()?, number()?, number()?);
    Some(Weight { name: columns.next()?.to_owned(), raw, gzip, brotli })
}

/// The weights and their totals, as columns.
pub(crate) fn table(weights: &[Weight]) -> String {
    let total = Weight {
        name: "total".to_owned(),
        raw: weights.iter().map(|weight| weight.raw).sum(),
        gzip: weights.iter().map(|weight| weight.gzip).sum(),
        brotli: weights.iter().map(|weight| weight.brotli).sum(),
    };
    let mut table = format!("{:>10} {:>10} {:>10}  file\n", "raw", "gzip", "brotli");
    for weight in weights.iter().chain([&total]) {
        let Weight { name, raw, gzip, brotli } = weight;
        // Writing to a string cannot fail.
        writeln!(table, "{raw:>10} {gzip:>10} {brotli:>10}  {name}").ok();
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_node_is_one_weight() {
        let weight = weight("300\t120\t100\ticons/a b.svg").unwrap();
        assert_eq!(weight.name, "icons/a b.svg");
        assert_eq!((weight.raw, weight.gzip, weight.brotli), (300, 120, 100));
        assert_eq!(super::weight("300\t120\tx\ta"), None);
        assert_eq!(super::weight("Error"), None);
    }

    #[test]
    fn the_last_line_of_the_table_adds_up() {
        let weight = |name: &str, raw| Weight { name: name.to_owned(), raw, gzip: raw / 2, brotli: raw / 4 };
        let table = table(&[weight("a.js", 400), weight("b.css", 40)]);
        let last: Vec<_> = table.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["440", "220", "110", "total"]);
    }
}
