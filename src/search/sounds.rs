//! The parts of a syllable of pinyin. The build writes readings as places in these lists.

/// What a syllable may begin with.
pub(crate) const INITIALS: [&str; 24] = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s",
    "y", "w",
];

/// What a syllable may end with.
pub(crate) const FINALS: [&str; 35] = [
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao", "iu", "ian", "in",
    "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "v", "ve", "er", "io",
];
