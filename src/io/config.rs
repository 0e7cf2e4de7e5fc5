//! What the program remembers between runs. Nothing here is worth a failure: what cannot be read counts as not there.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs};
use serde::{Deserialize, Serialize};

use crate::base::TaskCtx;
use crate::base::lang::Language;
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
    /// For what is of no use on another machine: locks, and work kept against a crash.
    state: Option<PathBuf>,
}

/// Choices that outlive a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The palette; as the system has it where nobody chose.
    pub theme: Option<ThemeName>,
    /// The language of the interface; the system's where nobody chose.
    pub language: Option<Language>,
    /// Size of everything in the window, in percent.
    pub scale: u16,
    /// Size of the text in panels and menus, in percent of what the scale makes of it.
    pub text_size: u16,
    /// Whether things jump instead of gliding; as the system has it where nobody chose.
    pub reduce_motion: Option<bool>,
    /// Whether the minimap is shown.
    pub minimap: bool,
}

impl Settings {
    /// The scales that can be chosen.
    pub const SCALES: RangeInclusive<u16> = 75..=250;
    /// The text sizes that can be chosen.
    pub const TEXT_SIZES: RangeInclusive<u16> = 80..=200;
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: None, language: None, scale: 100, text_size: 100, reduce_motion: None, minimap: true }
    }
}

/// As they stand in the file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenSettings {
    theme: Option<String>,
    language: Option<String>,
    scale: Option<u16>,
    text_size: Option<u16>,
    reduce_motion: Option<bool>,
    minimap: Option<bool>,
}

impl Config {
    /// The folder of the user who runs the program.
    pub fn of_user() -> Self {
        let name = AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "Elenchus".to_owned() };
        let strategy = etcetera::app_strategy::choose_native_strategy(name).ok();
        let state = strategy.as_ref().map(|strategy| strategy.state_dir().unwrap_or_else(|| strategy.data_dir()));
        Self { folder: strategy.map(|strategy| strategy.config_dir()), state }
    }

    /// A given folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { state: Some(folder.join("state")), folder: Some(folder) }
    }

    /// Where the locks of open files stand.
    pub fn locks(&self) -> Option<PathBuf> {
        self.state.as_ref().map(|state| state.join("locks"))
    }

    /// Where work is kept against a crash.
    pub fn recovery(&self) -> Option<PathBuf> {
        self.state.as_ref().map(|state| state.join("recovery"))
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

    /// Forgets the recent files.
    ///
    /// # Errors
    /// [`IoError`] where the list cannot be written; the caller may ignore it.
    pub fn clear_recent(&self) -> Result<(), IoError> {
        self.save_recent(Vec::new())
    }

    fn save_recent(&self, files: Vec<PathBuf>) -> Result<(), IoError> {
        // A name that is no Unicode cannot be written down: it is not remembered.
        let names: Vec<&str> = files.iter().filter_map(|f| f.to_str()).take(MAX_RECENT).collect();
        self.store(RECENT, &names)
    }

    /// The choices made.
    pub fn settings(&self) -> Settings {
        let written: WrittenSettings = self.load(SETTINGS).unwrap_or_default();
        let within = |percent: Option<u16>, range: RangeInclusive<u16>| percent.map_or(100, |p| p.clamp(*range.start(), *range.end()));
        Settings {
            theme: ThemeName::ALL.iter().copied().find(|t| Some(t.word()) == written.theme.as_deref()),
            language: written.language.as_deref().and_then(Language::of_tag),
            scale: within(written.scale, Settings::SCALES),
            text_size: within(written.text_size, Settings::TEXT_SIZES),
            reduce_motion: written.reduce_motion,
            minimap: written.minimap.unwrap_or(true),
        }
    }

    /// Keeps the choices made.
    ///
    /// # Errors
    /// [`IoError`] where they cannot be written; the caller may ignore it.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), IoError> {
        let written = WrittenSettings {
            theme: settings.theme.map(|t| t.word().to_owned()),
            language: settings.language.map(|l| l.tag().to_owned()),
            scale: Some(settings.scale),
            text_size: Some(settings.text_size),
            reduce_motion: settings.reduce_motion,
            minimap: Some(settings.minimap),
        };
        self.store(SETTINGS, &written)
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

    /// The folder; `None` where nothing is remembered.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The folder, made where it was missing.
    pub(super) fn made_folder(&self) -> Result<Option<&Path>, IoError> {
        let Some(folder) = &self.folder else { return Ok(None) };
        fs::create_dir_all(folder).map_err(|e| IoError::of(&e, "written", folder))?;
        Ok(Some(folder))
    }

    pub(super) fn load<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Option<T> {
        let bytes = read(&self.folder.as_ref()?.join(name), &TaskCtx::new()).ok()?;
        ron::de::from_bytes(&bytes).ok()
    }

    pub(super) fn store(&self, name: &str, value: &impl Serialize) -> Result<(), IoError> {
        let Some(folder) = self.made_folder()? else { return Ok(()) };
        let path = folder.join(name);
        let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::new().new_line("\n"));
        let text = text.map_err(|e| IoError::System { doing: "written", path: path.clone(), reason: e.to_string() })?;
        write(&path, text.as_bytes())
    }
}
