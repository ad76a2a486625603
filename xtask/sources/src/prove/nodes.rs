//! Deletions inside the tree of a requirement.

use leimu::catalog::{Asked, Coverage, Holder, Kind, Requirement};

/// Every tree that lacks one thing, with the name of what it lacks.
pub(super) fn of(root: &Requirement) -> Vec<(String, Requirement)> {
    let mut nodes: Vec<&Requirement> = Vec::new();
    root.walk(&mut |node| nodes.push(node));
    let mut changed = Vec::new();
    for (at, node) in nodes.into_iter().enumerate() {
        let mut with = |what: String, change: &dyn Fn(&mut Requirement)| {
            changed.push((what, edited(root, at, change)));
        };
        match &node.kind {
            Kind::Nothing => with("nothing".into(), &|node| node.kind = Kind::Unlisted),
            Kind::Unlisted => with("unlisted".into(), &|node| node.kind = Kind::Nothing),
            Kind::All(members) if members.len() > 1 => {
                with("all of them".into(), &|node| node.kind = Kind::Any(node.members().to_vec()));
            }
            Kind::Any(members) if members.len() > 1 => {
                with("one of them".into(), &|node| node.kind = Kind::All(node.members().to_vec()));
            }
            Kind::AtLeast(least, members) => {
                let (least, all) = (*least, members.len());
                with(format!("{least} of {all} as one more"), &|node| {
                    node.kind = Kind::AtLeast(least + 1, node.members().to_vec());
                });
                with(format!("{least} of {all} as one less"), &|node| {
                    node.kind = Kind::AtLeast(least.saturating_sub(1), node.members().to_vec());
                });
            }
            Kind::All(_) | Kind::Any(_) => {}
            Kind::Document(asked) => {
                let id = &asked.document;
                for (at, phrase) in asked.coverage.phrases().iter().enumerate() {
                    with(format!("coverage {phrase} of {id}"), &|node| forget_phrase(node, at));
                }
                if asked.coverage.phrases().len() > 1 {
                    with(format!("coverage of {id} the other way round"), &turn_coverage);
                }
                if asked.count > 1 {
                    with(format!("count {} of {id}", asked.count), &|node| ask(node, |asked| asked.count = 1));
                }
                with(format!("count {} of {id} as one more", asked.count), &|node| ask(node, |asked| asked.count += 1));
                let (was, holder) = match asked.holder {
                    Holder::Partner => ("partner of", Holder::Own),
                    Holder::Own => ("owner of", Holder::Partner),
                };
                with(format!("{was} {id}"), &|node| ask(node, |asked| asked.holder = holder));
                if let Some(issuer) = &asked.issuer {
                    with(format!("issuer {issuer} of {id}"), &|node| ask(node, |asked| asked.issuer = None));
                }
                changed.push((format!("document {id}"), without(root, at)));
            }
            Kind::Fact(condition) => {
                for (answer, is) in condition.is.iter().enumerate().filter(|_| condition.is.len() > 1) {
                    with(format!("answer {is} to {}", condition.fact), &|node| {
                        if let Kind::Fact(condition) = &mut node.kind {
                            condition.is.remove(answer);
                        }
                    });
                }
                changed.push((format!("condition {}", condition.fact), without(root, at)));
            }
            Kind::OnRequest(channel) => changed.push((format!("on request by {channel}"), without(root, at))),
        }
    }
    changed
}

fn ask(node: &mut Requirement, change: impl Fn(&mut Asked)) {
    if let Kind::Document(asked) = &mut node.kind {
        change(asked);
    }
}

fn turn_coverage(node: &mut Requirement) {
    ask(node, |asked| {
        asked.coverage = match std::mem::take(&mut asked.coverage) {
            Coverage::None => Coverage::None,
            Coverage::All(phrases) => Coverage::Any(phrases),
            Coverage::Any(phrases) => Coverage::All(phrases),
        };
    });
}

fn forget_phrase(node: &mut Requirement, at: usize) {
    let Kind::Document(asked) = &mut node.kind else { return };
    match &mut asked.coverage {
        Coverage::None => {}
        Coverage::All(phrases) | Coverage::Any(phrases) => {
            phrases.remove(at);
        }
    }
}

/// The tree with a change to one node, counted as [`Requirement::walk`] goes.
fn edited(root: &Requirement, at: usize, change: &dyn Fn(&mut Requirement)) -> Requirement {
    let mut root = root.clone();
    let mut left = at;
    if let Some(node) = find(&mut root, &mut left) {
        change(node);
    }
    root
}

/// The tree without one node; without its root it lists nothing.
fn without(root: &Requirement, at: usize) -> Requirement {
    if at == 0 {
        return Requirement::of(Kind::Unlisted);
    }
    let mut root = root.clone();
    let mut left = at;
    remove(&mut root, &mut left);
    root
}

fn members(node: &mut Requirement) -> Option<&mut Vec<Requirement>> {
    match &mut node.kind {
        Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => Some(members),
        _ => None,
    }
}

fn find<'a>(node: &'a mut Requirement, left: &mut usize) -> Option<&'a mut Requirement> {
    if *left == 0 {
        return Some(node);
    }
    *left -= 1;
    members(node)?.iter_mut().find_map(|member| find(member, left))
}

/// Removes the node that is so many steps ahead; true once it is done.
fn remove(node: &mut Requirement, left: &mut usize) -> bool {
    let Some(members) = members(node) else { return false };
    for at in 0..members.len() {
        *left -= 1;
        if *left == 0 {
            members.remove(at);
            return true;
        }
        if remove(&mut members[at], left) {
            return true;
        }
    }
    false
}
