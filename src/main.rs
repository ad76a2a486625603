//! The page.

fn main() {
    // A published bundle has no texts of panics; while developing, one says where it happened.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leimu::ui::start();
}
