//! How long work takes, where the browser's own tools and the benchmarks look for it.

/// Does the work, and leaves its time in the browser's record (User Timing) under this name. A
/// browser that keeps no record only does the work, and so does a native test.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    note(name, false);
    let done = work();
    note(name, true);
    done
}

/// Notes the beginning or the end. The end finds its beginning by the name, so nothing is held in
/// between.
#[inline(never)]
fn note(name: &str, is_end: bool) {
    // There is no window outside of a browser, and asking for one panics.
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    if let Some(record) = web_sys::window().and_then(|window| window.performance()) {
        // Fails only for the end of what never began.
        let _ = if is_end { record.measure_with_start_mark(name, name) } else { record.mark(name) };
    }
}
