//! What the program remembers between runs. Nothing here is worth a failure: what cannot be read counts as not there.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs};
use serde::{Deserialize, Serialize};

use crate::base::TaskCtx;
use crate::io::{IoError, read, write};
use crate::render::ThemeName;

/// Longest list of recent files.
pub const MAX_RECENT: usize = 10;

const RECENT: &str = "recent.ron";
const SETTINGS: &str = "settings.ron";
const PANELS: &str = "panels.ron";

/// The folder in which the program remembers things; the user's own, by the rules of the system (on Linux `XDG_CONFIG_HOME`).
#[derive(Clone, Debug)]
pub struct Config {
    /// Missing where the system knows no home: nothing is remembered then.
    folder: Option<PathBuf>,
}

crate::model::named_enum! {
    /// Whether things move on screen.
    MotionChoice {
        /// As the system asks for.
        System = "system",
        /// They glide to their places.
        Full = "full",
        /// They are there at once.
        Reduced = "reduced",
    }
}

impl Default for MotionChoice {
    fn default() -> Self {
        Self::System
    }
}

/// Choices that outlive a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Light or dark; as the system has it where nobody chose.
    pub theme: Option<ThemeName>,
    /// Whether things move on screen.
    pub motion: MotionChoice,
}

/// As it stands in the file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenSettings {
    theme: Option<String>,
    motion: Option<String>,
}

impl Config {
    /// The folder of the user who runs the program.
    pub fn of_user() -> Self {
        let name = AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "Elenchus".to_owned() };
        Self { folder: etcetera::app_strategy::choose_native_strategy(name).ok().map(|strategy| strategy.config_dir()) }
    }

    /// A given folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: Some(folder.into()) }
    }

    /// Files opened or saved lately, the latest first. They may have been moved or deleted since.
    pub fn recent_files(&self) -> Vec<PathBuf> {
        let listed: Vec<String> = self.load(RECENT).unwrap_or_default();
        listed.into_iter().take(MAX_RECENT).map(PathBuf::from).collect()
    }

    /// Puts a file at the head of the recent ones.
    ///
    /// # Errors
    /// [`IoError`] where the list cannot be written; the caller may ignore it.
    pub fn note_recent(&self, path: &Path) -> Result<(), IoError> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let mut files = self.recent_files();
        files.retain(|file| *file != path);
        files.insert(0, path);
        self.save_recent(files)
    }

    /// Takes a file out of the recent ones.
    ///
    /// # Errors
    /// [`IoError`] where the list cannot be written; the caller may ignore it.
    pub fn forget_recent(&self, path: &Path) -> Result<(), IoError> {
        let mut files = self.recent_files();
        files.retain(|file| file != path);
        self.save_recent(files)
    }

    fn save_recent(&self, files: Vec<PathBuf>) -> Result<(), IoError> {
        // A name that is no Unicode cannot be written down: it is not remembered.
        let names: Vec<&str> = files.iter().filter_map(|f| f.to_str()).take(MAX_RECENT).collect();
        self.store(RECENT, &names)
    }

    /// The choices made.
    pub fn settings(&self) -> Settings {
        let written: WrittenSettings = self.load(SETTINGS).unwrap_or_default();
        Settings {
            theme: ThemeName::ALL.iter().copied().find(|t| Some(t.word()) == written.theme.as_deref()),
            motion: MotionChoice::ALL.iter().copied().find(|m| Some(m.word()) == written.motion.as_deref()).unwrap_or_default(),
        }
    }

    /// Keeps the choices made.
    ///
    /// # Errors
    /// [`IoError`] where they cannot be written; the caller may ignore it.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), IoError> {
        let theme = settings.theme.map(|t| t.word().to_owned());
        let motion = (settings.motion != MotionChoice::default()).then(|| settings.motion.word().to_owned());
        self.store(SETTINGS, &WrittenSettings { theme, motion })
    }

    /// Where the panels stood, in the words of whoever arranges them.
    pub fn panels<T: for<'de> Deserialize<'de>>(&self) -> Option<T> {
        self.load(PANELS)
    }

    /// Keeps where the panels stand.
    ///
    /// # Errors
    /// [`IoError`] where it cannot be written; the caller may ignore it.
    pub fn save_panels(&self, panels: &impl Serialize) -> Result<(), IoError> {
        self.store(PANELS, panels)
    }

    fn load<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Option<T> {
        let bytes = read(&self.folder.as_ref()?.join(name), &TaskCtx::new()).ok()?;
        ron::de::from_bytes(&bytes).ok()
    }

    fn store(&self, name: &str, value: &impl Serialize) -> Result<(), IoError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let path = folder.join(name);
        fs::create_dir_all(folder).map_err(|e| IoError::of(&e, "written", folder))?;
        let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::new().new_line("\n"));
        let text = text.map_err(|e| IoError::System { doing: "written", path: path.clone(), reason: e.to_string() })?;
        write(&path, text.as_bytes())
    }
}
