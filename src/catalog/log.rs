//! Noting faults on the way through the data.

use super::fault::{Fault, MOST_FAULTS, Place, Step, Way, Wrong};

/// Notes faults with their places on the way through a file.
pub(super) struct Log {
    pub(super) place: Place,
    pub(super) faults: Vec<Fault>,
    way: Vec<Step>,
}

impl Log {
    pub(super) fn of(place: Place) -> Self {
        Self { place, faults: Vec::new(), way: Vec::new() }
    }

    /// Notes a fault here.
    pub(super) fn note(&mut self, wrong: Wrong) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { place: self.place.clone(), way: Way(self.way.clone()), line: None, wrong });
        }
    }

    /// Notes a fault at a field of what is here.
    pub(super) fn note_at(&mut self, field: &'static str, wrong: Wrong) {
        self.enter(Step::Field(field.into()));
        self.note(wrong);
        self.leave();
    }

    pub(super) fn enter(&mut self, step: Step) {
        self.way.push(step);
    }

    pub(super) fn leave(&mut self) {
        self.way.pop();
    }

    /// Looks into a field.
    pub(super) fn inside(&mut self, field: &'static str, look: &mut dyn FnMut(&mut Self)) {
        self.enter(Step::Field(field.into()));
        look(self);
        self.leave();
    }

    /// Looks into each member of a list that is a field.
    pub(super) fn each<'a, T>(&mut self, field: &'static str, list: &'a [T], look: &mut dyn FnMut(&mut Self, &'a T)) {
        self.enter(Step::Field(field.into()));
        for (at, member) in list.iter().enumerate() {
            self.enter(Step::Member(at));
            look(self, member);
            self.leave();
        }
        self.leave();
    }
}
