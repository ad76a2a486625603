//! Prints the card of a category as plain HTML that needs no script.
//!
//! `cargo run -q --example card -- <catalog>/<names…> [--lang zh|en] [--page ADDRESS]`; a platform
//! (`wechat/…`) stands for its newest catalog. With the address of the page, the card links it. What
//! is wrong goes to standard error, with exit code 2 and nothing on standard output.

use std::process::ExitCode;

use leimu::address::Place;
use leimu::bundled;
use leimu::catalog::{Bundle, Catalog};
use leimu::embed::card;
use leimu::i18n::{EN, Messages, ZH};
use leimu::search::{Index, Thing};

const USAGE: &str = "usage: cargo xtask card <catalog>/<names…> [--lang zh|en] [--page ADDRESS]";

/// How many names stand for one that is not known.
const NEAREST: usize = 3;

fn main() -> ExitCode {
    match html() {
        Ok(html) => {
            print!("{html}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// What was asked for.
struct Asked {
    category: String,
    say: &'static Messages,
    page: Option<String>,
}

impl Asked {
    fn read() -> Result<Self, String> {
        let (mut category, mut say, mut page) = (None, &ZH, None);
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "--lang" => {
                    say = match words.next().as_deref() {
                        Some("zh") => &ZH,
                        Some("en") => &EN,
                        _ => return Err(format!("`--lang` takes zh or en\n{USAGE}")),
                    }
                }
                "--page" => page = Some(words.next().ok_or_else(|| format!("`--page` takes an address\n{USAGE}"))?),
                _ if category.is_none() && !word.starts_with('-') => category = Some(word),
                _ => return Err(format!("`{word}` is not understood\n{USAGE}")),
            }
        }
        Ok(Self { category: category.ok_or(USAGE)?, say, page })
    }
}

fn html() -> Result<String, String> {
    let Asked { category: wanted, say, page } = Asked::read()?;
    let bundle = bundled().map_err(|error| error.to_string())?;
    let (of, path) = wanted.split_once('/').unwrap_or((&wanted, ""));
    let meant: Vec<&Catalog> =
        bundle.catalogs.iter().filter(|one| one.id.as_str() == of || one.platform.as_str() == of).collect();
    if meant.is_empty() {
        let known: Vec<_> = bundle.catalogs.iter().map(|catalog| catalog.id.as_str()).collect();
        return Err(format!("there is no catalog `{of}`; the catalogs are {}", known.join(", ")));
    }
    // Names may have slashes of their own, so the path is compared as a whole.
    let found = meant.iter().find_map(|catalog| {
        let category = catalog.categories.iter().find(|category| category.path.to_string() == path)?;
        Some((*catalog, category))
    });
    let Some((catalog, category)) = found else {
        let nearest = nearest(&bundle, &meant, path);
        let nearest = if nearest.is_empty() { String::new() } else { format!("; nearest: {}", nearest.join(", ")) };
        return Err(format!("`{of}` has no category `{path}`{nearest}"));
    };
    let place = Place::Category(catalog.id.to_string(), category.path.clone()).fragment();
    let link = page.map(|page| page + &place).unwrap_or_default();
    Ok(card(catalog, category, &bundle.registry, &link, say))
}

/// The categories of these catalogs that come nearest to a name, as they are asked for.
fn nearest(bundle: &Bundle, catalogs: &[&Catalog], path: &str) -> Vec<String> {
    let index = Index::new(catalogs, &bundle.registry, &bundle.links);
    let is_category = |thing| matches!(thing, Thing::Category(..));
    // The last name says most; where it finds nothing, the whole path may.
    let last = index.among(path.rsplit('/').next().unwrap_or(path), &is_category);
    let found = if last.is_empty() { index.among(path, &is_category) } else { last };
    let name = |thing: Thing| match thing {
        Thing::Category(of, at) => {
            let catalog = catalogs.get(of)?;
            Some(format!("{}/{}", catalog.id, catalog.categories.get(at)?.path))
        }
        Thing::Document(_) => None,
    };
    found.into_iter().filter_map(|(thing, ..)| name(thing)).take(NEAREST).collect()
}
