//! What drafts weigh in the browser's storage, which holds about five million characters.

use leimu::bundled;
use leimu::catalog::Holder;
use leimu::draft::{Draft, State};
use leimu::profile::Paper;

/// How many UTF-16 units, which is what browsers count.
fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A draft of an agency: 200 targets in three catalogs, 30 papers at hand, each with its last day,
/// its state and a note.
fn large() -> Draft {
    let bundle = bundled().unwrap();
    let mut draft = Draft::new("mhw3k0a1".into(), "某某驾驶员培训有限公司".into(), 1_767_225_600_123);
    for (id, many) in [("wechat-2026", 100), ("baidu-2020", 70), ("tencent-live-2022", 30)] {
        let catalog = bundle.catalogs.iter().find(|one| one.id.as_str() == id).unwrap();
        // Spread over the catalog, so that neighbours share as little as they would by chance.
        let step = catalog.categories.len() / many;
        catalog.categories.iter().step_by(step).take(many).for_each(|one| draft.add_target(&catalog.id, &one.path));
        draft.made_with.insert(catalog.id.clone(), "0123abcd".into());
    }
    for document in bundle.registry.documents.iter().take(30) {
        let paper = Paper { document: document.id.clone(), holder: Holder::Own };
        draft.profile.hold(&paper);
        draft.profile.holding_mut(&paper).unwrap().valid_until = Some("2027-01-31".into());
        draft.set_state(&paper, Some(State::Submitted));
        draft.set_note(&paper, "原件在财务，复印件已盖章");
    }
    draft
}

#[test]
fn five_hundred_drafts_of_two_hundred_targets_fit_with_room_to_spare() {
    let draft = large();
    assert_eq!(draft.targets.len(), 200);
    let all = characters(&draft.encode().unwrap());
    let bare = characters(&Draft { targets: Vec::new(), ..draft }.encode().unwrap());
    println!("{all} characters a draft, {} of them for 200 targets", all - bare);
    assert!(all - bare <= 2_600, "{}", all - bare);
    assert!(500 * all <= 4_000_000, "{all}");
}
