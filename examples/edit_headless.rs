//! Edits a map as the window would, with no window: the same commands, the same undo.
//!
//! `cargo run --no-default-features --example edit_headless`

use elenchus::base::Rng;
use elenchus::editor::{Action, Command, Editor, Effect};
use elenchus::model::validate;

fn main() {
    let mut editor = Editor::new(Rng::from_system());

    // C: a new claim. The editor asks its driver to open the inline editor; typing comes back as SetText.
    editor.dispatch(Command::Do(Action::AddClaim));
    write(&mut editor, "The town square should be closed to cars");
    // R: a rebuttal of what is selected.
    editor.dispatch(Command::Do(Action::AddRebuttal));
    write(&mut editor, "Shops would lose the customers who come by car");
    println!("after two claims:  {} claims, undo offers “{}”", editor.map().claims().count(), editor.undo_label().unwrap_or_default());

    editor.dispatch(Command::Do(Action::Undo));
    println!("after undo:        {} claims", editor.map().claims().count());
    editor.dispatch(Command::Do(Action::Redo));
    println!("after redo:        {} claims, {} findings", editor.map().claims().count(), validate(editor.map()).len());
    editor.take_effects();
}

/// Does what a window does on `Effect::EditText`: lets somebody type.
fn write(editor: &mut Editor, text: &str) {
    for effect in editor.take_effects() {
        if let Effect::EditText(node) = effect {
            editor.dispatch(Command::SetText { node, text: text.to_owned() });
        }
    }
}
