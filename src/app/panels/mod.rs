//! What stands around the canvas.

mod checks;
pub(crate) mod fields;
pub(crate) mod inspector;
pub(crate) mod menu;
pub(crate) mod pick;
pub(crate) mod problems;
pub(crate) mod row;
pub(crate) mod status;
