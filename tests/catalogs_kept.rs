//! Own catalogs against a cabinet of memory: what is kept, what goes together, what is left alone.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod cabinet;

use std::rc::Rc;
use std::sync::Arc;

use cabinet::Memory;
use leimu::browser::StorageError;
use leimu::catalog::{Catalog, CategoryPath, Fault};
use leimu::i18n::messages;
use leimu::profile::Date;
use leimu::reader::{Lexicon, pasted};
use leimu::state::{Cabinet, Data, Library};
use leptos::prelude::{GetUntracked, Owner};
use proptest::prelude::*;
use serde_json::{Value, json};

fn open(memory: &Rc<Memory>) -> Library {
    Library::open(Data::load().unwrap(), Some(Rc::clone(memory) as Rc<dyn Cabinet>))
}

/// Runs under an owner, as the page does.
fn with_memory(test: impl FnOnce(&Rc<Memory>)) {
    let owner = Owner::new();
    owner.set();
    test(&Rc::new(Memory::default()));
}

/// A catalog of one category that asks for these papers, and brings these.
fn written(id: &str, asks: &[&str], brings: &Value) -> String {
    let asked: Vec<Value> = asks.iter().map(|id| json!({ "document": id })).collect();
    json!({
        "id": id, "platform": "own", "title": id, "short": id, "publisher": "", "page": null, "date": "2026",
        "date_known": "inferred", "date_note": "", "copy": "", "file": "", "warning": { "words": "", "line": 1 },
        "documents": brings,
        "categories": [{ "path": ["it"], "line": 1, "requirement": { "all": asked } }],
    })
    .to_string()
}

fn card(name: &str) -> Value {
    json!([{ "id": "card", "name": name, "english": "card", "kind": "licence" }])
}

fn ids(library: Library) -> Vec<String> {
    library.own().iter().map(|own| own.catalog.id.to_string()).collect()
}

#[test]
fn nothing_is_written_before_something_is_loaded_and_then_the_very_text() {
    with_memory(|memory| {
        let library = open(memory);
        assert!(memory.keys().is_empty());
        let text = written("one", &["card"], &card("《卡》"));
        let loaded = library.load(&text).unwrap();
        assert_eq!(loaded.id.as_str(), "one");
        assert_eq!(memory.read("leimu/catalog/one").as_deref(), Some(&*text));
        let data = library.data().get_untracked();
        assert!(data.catalog("one").is_some() && data.registry.document("card").is_some());

        let again = open(memory);
        assert_eq!(ids(again), ["one"]);
        assert!(again.data().get_untracked().registry.document("card").is_some());
    });
}

#[test]
fn a_refused_text_changes_nothing() {
    with_memory(|memory| {
        let library = open(memory);
        library.load(&written("one", &["business-licence"], &json!([]))).unwrap();
        for text in [
            "",
            "{}",
            &written("wechat-2026", &["business-licence"], &json!([])),
            &written("one", &["no-such"], &json!([])),
        ] {
            let faults = library.load(text).unwrap_err();
            assert!(!faults.is_empty(), "{text}");
            assert_eq!((ids(library), memory.keys()), (vec!["one".to_owned()], vec!["leimu/catalog/one".to_owned()]));
            assert_eq!(library.before(), None);
        }
    });
}

#[test]
fn what_was_replaced_or_taken_out_comes_back() {
    with_memory(|memory| {
        let library = open(memory);
        let (first, second) =
            (written("one", &["business-licence"], &json!([])), written("one", &["card"], &card("《卡》")));
        library.load(&first).unwrap();
        assert_eq!(library.before(), None);
        library.load(&second).unwrap();
        assert_eq!(library.before().as_deref(), Some("one"));
        library.undo().unwrap();
        assert_eq!(memory.read("leimu/catalog/one").as_deref(), Some(&*first));

        library.remove("one");
        assert!(memory.keys().is_empty() && ids(library).is_empty());
        assert!(library.data().get_untracked().catalog("one").is_none());
        library.undo().unwrap();
        assert_eq!(ids(library), ["one"]);
        library.remove("no such");
        assert_eq!(ids(library), ["one"]);

        // What does not go with a catalog that came since says why, and can still be brought back.
        library.load(&second).unwrap();
        library.remove("one");
        let removed = library.before();
        memory.write("leimu/catalog/two", &written("two", &["card"], &card("《另一张卡》"))).unwrap();
        library.reload("leimu/catalog/two");
        let (id, faults) = library.undo().unwrap_err();
        assert_eq!((id.as_str(), faults.is_empty(), library.before()), ("one", false, removed));
        assert_eq!(ids(library), ["two"]);
    });
}

#[test]
fn catalogs_share_a_paper_that_is_the_same_and_never_lean_on_each_other() {
    with_memory(|memory| {
        let library = open(memory);
        library.load(&written("one", &["card"], &card("《卡》"))).unwrap();
        library.load(&written("two", &["card"], &card("《卡》"))).unwrap();
        library.load(&written("three", &["card"], &card("《另一张卡》"))).unwrap_err();
        // It would stop working with the other one gone.
        library.load(&written("three", &["card"], &json!([]))).unwrap_err();
        assert_eq!(ids(library), ["one", "two"]);
        library.remove("one");
        assert_eq!(ids(library), ["two"]);
        library.remove("two");
        library.load(&written("three", &["card"], &card("《另一张卡》"))).unwrap();
        assert_eq!(ids(library), ["three"]);
    });
}

#[test]
fn a_cabinet_that_is_full_or_not_there_is_told_and_the_catalog_works() {
    with_memory(|memory| {
        let library = open(memory);
        memory.is_full.set(true);
        library.load(&written("one", &["business-licence"], &json!([]))).unwrap();
        assert_eq!((ids(library), library.trouble()), (vec!["one".to_owned()], Some(StorageError::Full)));
        memory.is_full.set(false);
        library.load(&written("one", &["business-licence"], &json!([]))).unwrap();
        assert_eq!(library.trouble(), None);

        let library = Library::open(Data::load().unwrap(), None);
        assert_eq!(library.trouble(), None);
        library.load(&written("one", &["business-licence"], &json!([]))).unwrap();
        assert_eq!((ids(library), library.trouble()), (vec!["one".to_owned()], Some(StorageError::Denied)));
    });
}

#[test]
fn what_cannot_be_read_stays_and_is_told_with_its_faults() {
    with_memory(|memory| {
        let other = written("other", &["business-licence"], &json!([]));
        for (key, text) in
            [("leimu/catalog/broken", "not one"), ("leimu/catalog/one", other.as_str()), ("leimu/draft/x", "{}")]
        {
            memory.write(key, text).unwrap();
        }
        let library = open(memory);
        let unreadable: Vec<String> = library.unreadable().into_iter().map(|one| one.id).collect();
        assert_eq!(unreadable, ["broken", "one"]);
        assert!(!library.unreadable()[0].faults.is_empty());
        library.load(&written("two", &["business-licence"], &json!([]))).unwrap();
        assert_eq!(library.unreadable().len(), 2);
        assert_eq!(memory.read("leimu/catalog/broken").as_deref(), Some("not one"));
        assert_eq!(memory.read("leimu/catalog/one").as_deref(), Some(&*other));
    });
}

#[test]
fn a_change_in_another_tab_is_followed_and_the_rest_stays() {
    with_memory(|memory| {
        let library = open(memory);
        // This one is in memory alone.
        memory.is_full.set(true);
        library.load(&written("one", &["business-licence"], &json!([]))).unwrap();
        memory.is_full.set(false);
        memory.write("leimu/catalog/two", &written("two", &["business-licence"], &json!([]))).unwrap();
        library.reload("leimu/catalog/two");
        assert_eq!(ids(library), ["one", "two"]);
        memory.remove("leimu/catalog/two");
        library.reload("leimu/catalog/two");
        library.reload("leimu/draft/x");
        assert_eq!(ids(library), ["one"]);
    });
}

/// A wording pasted as the category of this name.
fn paste(library: Library, name: &str, wording: &str) -> Result<&'static Catalog, Arc<[Fault]>> {
    let registry = library.bundled().registry;
    let read = pasted(wording, CategoryPath::of(&[name]), registry, &Lexicon::of(registry));
    library.paste(&read, Date::from_days(20_000), messages())
}

#[test]
fn pasted_categories_become_one_catalog_with_the_papers_that_they_need() {
    with_memory(|memory| {
        let library = open(memory);
        let catalog = paste(library, "宠物", "（2选1）：1、《宠物店星级牌照》；2、《营业执照》").unwrap();
        assert_eq!(catalog.categories.len(), 1);
        let catalog = paste(library, "遛狗", "同时提供：《宠物店星级牌照》与《养犬登记证》").unwrap();
        assert_eq!(catalog.categories.len(), 2);
        let brought: Vec<&str> = catalog.brought.documents.iter().map(|one| &*one.name).collect();
        assert_eq!(brought, ["《宠物店星级牌照》", "《养犬登记证》"]);
        // Once more, in the place of the first.
        let catalog = paste(library, "宠物", "《营业执照》").unwrap();
        let paths: Vec<String> = catalog.categories.iter().map(|one| one.path.to_string()).collect();
        assert_eq!(paths, ["遛狗", "宠物"]);
        assert_eq!(ids(open(memory)), ["pasted"]);
        assert!(paste(library, "无", "  ").is_err());
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever can be read of a wording can be kept, and is read back as it was.
    #[test]
    fn whatever_is_pasted_can_be_kept(wording in "(《[许可证书书]{1,9}》|或|与|、|；|（2选1）|1、|2、|含“[a-z一丁]{1,4}”|至少2份|个人：|某某公司：|适用于|邮件|[^《》]{0,3}|《.{0,80}》){1,12}") {
        let owner = Owner::new();
        owner.set();
        let library = open(&Rc::new(Memory::default()));
        let registry = library.bundled().registry;
        let read = pasted(&wording, CategoryPath::of(&["it"]), registry, &Lexicon::of(registry));
        let kept = library.paste(&read, Date::from_days(20_000), messages());
        match read.category {
            None => prop_assert!(kept.is_err()),
            Some(category) => match kept {
                Ok(catalog) => prop_assert_eq!(&catalog.categories[0], &category),
                Err(faults) => prop_assert!(false, "{:?}", faults),
            }
        }
    }
}
