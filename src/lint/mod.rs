//! The data under the same eye: what a catalog says that cannot be meant.
//!
//! [`crate::catalog::check`] refuses data that does not hold together. What is found here loads
//! and is evaluated, but says something that nobody would write on purpose: a category that is
//! closed to everybody, an alternative that adds nothing, a paper that counts twice, a supplement
//! that leads nowhere, a heading that disagrees with what stands below it. Each finding is for a
//! person to look at, in the source and in the data; nothing is repaired.
//!
//! What can be met and what implies what is decided by the evaluator itself, for everybody at
//! once, so a finding is never a guess: a member that is told to add nothing can go, and nobody's
//! answer changes. Only a paper that counts twice in N选M is another matter, since what is right
//! there is for the source to say.
//!
//! # When a heading agrees
//!
//! “N选M” agrees with a group of N members of which M are needed: 任选其一 for M = 1, all of them
//! for M = N. The readings that the catalogs themselves use agree as well:
//!
//! - An alternative that is itself a choice counts as one or as its own alternatives, because “N选1”
//!   means the same either way: a nested choice, “含 A 或 B” in one paper, and a branch (conditions
//!   on the applicant and one such choice). Members that are all needed count likewise for “N选N”.
//! - Between 1 and N nothing of the kind holds, so only the members themselves count.
//! - In the words of a node, a heading before which no paper is named (no 《) is about that node, or,
//!   where the node is a list of everything that is needed, about a group in the list. A later
//!   heading is about some node at or below it.
//! - A heading in the words of a whole category is about some node of the category. It is not told
//!   again where the words of a node have the same one and were found to disagree.

mod finding;
mod heading;
mod headings;
mod nodes;
mod supplements;

pub use finding::{Finding, Joined, Member, Place, What};
pub use heading::Heading;

use crate::catalog::{Catalog, Registry};
use crate::eligibility::Part;

/// Everything that cannot be meant, in the order of the catalog. The catalog is one that loads.
#[must_use]
pub fn lint(catalog: &Catalog, registry: &Registry) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut circles = supplements::circles(catalog);
    for (at, category) in catalog.categories.iter().enumerate() {
        if let Some(root) = Part::of(catalog, category, registry) {
            found.extend(nodes::findings(at, category, &root));
            found.extend(headings::findings(at, category, &root));
        }
        found.extend(supplements::nowhere(at, category, catalog));
        found.extend(circles.extract_if(.., |circle| circle.place.category == at));
        found.extend(supplements::access_through_itself(at, category));
    }
    found
}
