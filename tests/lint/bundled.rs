//! The catalogs that come with the program.

use leimu::lint::What;

use crate::{found, given, short};

/// Findings that are to be there: catalog, category, line, finding, and why.
const EXPECTED: [(&str, &str, u32, &str, &str); 8] = [
    ("tencent-live-2022", "电商平台/电商平台", 13, "nowhere: 医疗相关类目", ONLY_LIVE),
    ("tencent-live-2022", "社交/直播", 66, "nowhere: 时政信息类目", ONLY_LIVE),
    ("tencent-live-2021", "电商平台/电商平台", 13, "nowhere: 医疗相关类目", ONLY_LIVE),
    ("tencent-live-2021", "社交/直播", 65, "nowhere: 时政信息类目", ONLY_LIVE),
];

const ONLY_LIVE: &str = "the page lists only categories that stream live, and this one does not";

#[test]
fn the_bundled_catalogs_mean_what_they_say() {
    let mut all = Vec::new();
    for catalog in &given::bundle().catalogs {
        let given = given::Given::bundled(catalog.id.as_str());
        for finding in found(&given) {
            let place = &finding.place;
            all.push((catalog.id.to_string(), place.path.to_string(), place.line, short(&finding)));
        }
    }
    let expected =
        EXPECTED.map(|(catalog, path, line, what, _why)| (catalog.to_owned(), path.to_owned(), line, what.to_owned()));
    assert_eq!(all, expected);
}

/// The headings of the sources are read at all: with another group below them they are told.
#[test]
fn a_heading_of_a_bundled_catalog_is_held_against_its_group() {
    use leimu::catalog::Kind;
    let mut told = 0;
    for id in ["tencent-live-2022", "tencent-live-2021"] {
        let mut given = given::Given::bundled(id);
        for category in &mut given.catalog.categories {
            let headed = category.requirement.words.as_ref().is_some_and(|words| words.contains("选1"));
            if let (true, Kind::Any(members)) = (headed, &mut category.requirement.kind) {
                // One alternative too many.
                members.push(members[0].clone());
            }
        }
        told += found(&given).iter().filter(|one| matches!(one.what, What::HeadingDiffers { .. })).count();
    }
    assert_eq!(told, 14);
}
