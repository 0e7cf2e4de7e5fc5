//! The window around the application: opens it, or says in one sentence why it cannot.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::{IconData, ViewportBuilder, vec2};

use super::{ElenchusApp, Startup};

/// Names the window to the desktop, and the folder that keeps its size.
const APP_ID: &str = "elenchus";

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// No screen to open a window on.
    #[error("there is no display to open a window on (neither WAYLAND_DISPLAY nor DISPLAY is set)")]
    NoDisplay,
    /// The system refused the window.
    #[error("the window could not be opened: {0}")]
    Window(String),
    /// The window stopped because of a bug; unsaved work was kept.
    #[error("the window stopped because of a bug in this program; unsaved work was kept, and the next start offers it")]
    Crashed,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`RunError`] where there is no display, the system gives no window, or the window stopped because of a bug.
pub fn run(startup: Startup) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    let viewport = ViewportBuilder::default()
        .with_title("Elenchus")
        .with_app_id(APP_ID)
        .with_inner_size(vec2(1280.0, 820.0))
        .with_min_inner_size(vec2(560.0, 400.0))
        .with_icon(Arc::new(icon()));
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let crashed = Arc::new(AtomicBool::new(false));
    let flag = crashed.clone();
    let window = || eframe::run_native(APP_ID, options, Box::new(|cc| Ok(Box::new(ElenchusApp::in_window(cc, startup, flag)))));
    // A panic outside of our own frames: the application has kept what is unsaved when it was dropped.
    let ended = catch_unwind(AssertUnwindSafe(window)).map_err(|_| RunError::Crashed)?;
    if crashed.load(Ordering::SeqCst) {
        return Err(RunError::Crashed);
    }
    ended.map_err(|error| RunError::Window(error.to_string()))
}

/// Whether there is a screen at all. Asked before the window library is: it panics or hangs in some of these cases.
fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET") || set("DISPLAY")
}

/// The mark: two claims and the arrow that strikes the upper one, drawn from distances so that it is smooth at any size.
fn icon() -> IconData {
    const SIZE: u32 = 128;
    let mut rgba = Vec::with_capacity((SIZE * SIZE * 4) as usize);
    for y in 0..SIZE {
        for x in 0..SIZE {
            rgba.extend_from_slice(&icon_pixel((x as f32 + 0.5) / SIZE as f32, (y as f32 + 0.5) / SIZE as f32, 1.0 / SIZE as f32));
        }
    }
    IconData { rgba, width: SIZE, height: SIZE }
}

fn icon_pixel(x: f32, y: f32, pixel: f32) -> [u8; 4] {
    let boxed = |cx: f32, cy: f32, hw: f32, hh: f32, r: f32| {
        let (dx, dy) = (((x - cx).abs() - hw + r).max(0.0), ((y - cy).abs() - hh + r).max(0.0));
        (dx * dx + dy * dy).sqrt() - r
    };
    let cover = |distance: f32| (0.5 - distance / (1.5 * pixel)).clamp(0.0, 1.0);
    let layers: [(f32, [u8; 3]); 5] = [
        (boxed(0.5, 0.5, 0.48, 0.48, 0.2), [0x35, 0x45, 0xa3]),
        (boxed(0.5, 0.5, 0.035, 0.2, 0.0), [0xff, 0xb4, 0xa2]),
        (boxed(0.5, 0.5, 0.14, 0.035, 0.035), [0xff, 0xb4, 0xa2]),
        (boxed(0.5, 0.27, 0.28, 0.11, 0.05), [0xff, 0xff, 0xff]),
        (boxed(0.5, 0.73, 0.28, 0.11, 0.05), [0xc9, 0xd2, 0xff]),
    ];
    let mut colour = [0.0; 3];
    for (distance, rgb) in layers {
        let share = cover(distance);
        for (channel, value) in colour.iter_mut().zip(rgb) {
            *channel += (f32::from(value) - *channel) * share;
        }
    }
    let alpha = cover(layers[0].0);
    [colour[0] as u8, colour[1] as u8, colour[2] as u8, (alpha * 255.0) as u8]
}
