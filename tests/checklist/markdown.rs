//! Checklists as a Markdown reader sees them.

use leimu::checklist::{Block, Mark, Sheet, Table};
use leimu::i18n::ZH;
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// What a reader sees, block by block, without marks.
fn seen(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut words = String::new();
    let (mut lists, mut mark, mut numbers, mut address) = (0_usize, None, Vec::new(), None);
    let mut is_open = false;
    // An entry ends where its words end: at its own end, or where a list below it begins.
    let end =
        |blocks: &mut Vec<Block>, words: &mut String, depth: usize, mark: Option<Mark>, address: Option<String>| {
            let words = std::mem::take(words);
            blocks.push(match address {
                Some(address) => Block::Page(words.trim_end().to_owned(), address),
                None => Block::Item(depth, mark.unwrap_or(Mark::Point), words),
            });
        };
    for event in
        Parser::new_ext(markdown, Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES)
    {
        match event {
            Event::Start(Tag::List(first)) => {
                if is_open {
                    end(&mut blocks, &mut words, lists - 1, mark.take(), address.take());
                    is_open = false;
                }
                lists += 1;
                numbers.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lists -= 1;
                numbers.pop();
            }
            Event::Start(Tag::Item) => {
                is_open = true;
                mark = numbers.last_mut().unwrap().as_mut().map(|number| {
                    *number += 1;
                    Mark::Number(usize::try_from(*number - 1).unwrap())
                });
            }
            Event::End(TagEnd::Item) => {
                if is_open {
                    end(&mut blocks, &mut words, lists - 1, mark.take(), address.take());
                }
                is_open = false;
            }
            Event::TaskListMarker(is_ticked) => mark = Some(Mark::Box(is_ticked)),
            Event::End(TagEnd::Heading(level)) => {
                let words = std::mem::take(&mut words);
                blocks.push(if level as usize == 1 { Block::Title(words) } else { Block::Heading(words) });
            }
            Event::End(TagEnd::Paragraph) => blocks.push(Block::Words(std::mem::take(&mut words))),
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                address = Some(dest_url.to_string());
            }
            Event::Text(text) if address.is_none() => words.push_str(&text),
            Event::Text(_) | Event::End(TagEnd::Link) | Event::Start(Tag::Heading { .. } | Tag::Paragraph) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    blocks
}

fn sheet(blocks: Vec<Block>) -> Sheet {
    Sheet { name: String::new(), blocks, table: Table::default() }
}

#[test]
fn every_category_is_seen_as_it_is_meant() {
    for list in super::every_category() {
        let sheet = list.sheet(&ZH);
        let meant: Vec<Block> = sheet.blocks.iter().map(tidied).collect();
        assert_eq!(seen(&sheet.markdown()), meant, "{}", list.categories[0].path);
    }
}

fn tidied(block: &Block) -> Block {
    let tidy = |words: &String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    match block {
        Block::Title(words) => Block::Title(tidy(words)),
        Block::Heading(words) => Block::Heading(tidy(words)),
        Block::Words(words) => Block::Words(tidy(words)),
        Block::Item(depth, mark, words) => Block::Item(*depth, *mark, tidy(words)),
        Block::Page(title, address) => Block::Page(tidy(title), tidy(address)),
    }
}

#[test]
fn marks_in_names_stay_letters() {
    let sheet = sheet(vec![Block::Item(0, Mark::Box(true), "*_[x]<b>`|~#".to_owned())]);
    assert_eq!(sheet.markdown(), "- [x] \\*\\_\\[x\\]\\<b\\>\\`\\|\\~\\#\n");
}

proptest! {
    #[test]
    fn any_words_are_seen_as_they_are(words in "([-+*_#>=<~`|&!$0-9.)(\\[\\]\\\\a:]|.){1,12}") {
        let tidy = words.split_whitespace().collect::<Vec<_>>().join(" ");
        // A reader makes other letters of nothing, and trims what is no letter at all.
        prop_assume!(!tidy.is_empty() && !tidy.contains('\0') && tidy.trim() == tidy);
        let blocks = vec![
            Block::Title(words.clone()),
            Block::Words(words.clone()),
            Block::Item(0, Mark::Box(false), words.clone()),
            Block::Item(1, Mark::Point, words.clone()),
            Block::Item(2, Mark::Box(true), words.clone()),
            Block::Heading(words.clone()),
            Block::Item(0, Mark::Number(1), words.clone()),
            Block::Item(0, Mark::Number(2), words),
        ];
        let meant: Vec<Block> = blocks.iter().map(tidied).collect();
        prop_assert_eq!(seen(&sheet(blocks).markdown()), meant);
    }
}
