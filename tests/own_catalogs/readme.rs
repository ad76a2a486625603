//! The example of the README loads, and is of the schema.

use std::fs;
use std::path::Path;

use crate::loads;
use crate::schema::schema;

#[test]
fn the_example_of_the_readme_loads() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, behind) = readme.split_once("## 自带目录 / Your own catalog").unwrap();
    let (_, behind) = behind.split_once("```json\n").unwrap();
    let (example, _) = behind.split_once("```").unwrap();
    let own = loads(example);
    assert_eq!(own.catalog.categories.len(), 2);
    assert!(own.registry.document("epidemic-prevention").is_some());
    assert!(schema().1.is_valid(&serde_json::from_str(example).unwrap()));
}
