//! A desktop of its own for end-to-end tests: Xvfb, a window manager, keys and mouse from outside.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Xvfb with openbox; everything it started ends with it.
pub struct Desktop {
    pub display: String,
    children: Vec<Child>,
    /// A folder for files, settings and the runtime directory of what is started here.
    pub home: tempfile::TempDir,
}

impl Desktop {
    /// `None`, after saying why, where the machine lacks the tools. Fails instead where `ELENCHUS_MUST_SHOW` is set.
    pub fn start() -> Option<Self> {
        for tool in ["Xvfb", "openbox", "xdotool", "xprop", "import"] {
            let found =
                Command::new("sh").args(["-c", &format!("command -v {tool}")]).stdout(Stdio::null()).status().is_ok_and(|s| s.success());
            if !found {
                assert!(std::env::var_os("ELENCHUS_MUST_SHOW").is_none(), "{tool} is missing; tests/setup.sh installs it");
                eprintln!("skipped: {tool} is missing; tests/setup.sh says how to get it");
                return None;
            }
        }
        let home = tempfile::tempdir().unwrap();
        std::fs::set_permissions(home.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let mut desktop = Self { display: format!(":{}", line.trim()), children: vec![server], home };
        let manager = desktop.command("openbox").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        desktop.children.push(manager);
        // A window that is mapped while the manager takes over may never be shown.
        desktop.wait_for("the window manager", || {
            let output = desktop.command("xprop").args(["-root", "_NET_SUPPORTING_WM_CHECK"]).output().ok()?;
            String::from_utf8_lossy(&output.stdout).contains("window id").then_some(())
        });
        Some(desktop)
    }

    /// A program with this desktop as its environment.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("XDG_STATE_HOME", self.home.path().join("state"))
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .current_dir(self.home.path());
        command
    }

    pub(crate) fn xdotool(&self, args: &[&str]) -> Option<String> {
        let output = self.command("xdotool").args(args).stderr(Stdio::null()).output().unwrap();
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// A visible window whose title contains `title`.
    pub fn find_window(&self, title: &str) -> Option<String> {
        let list = self.xdotool(&["search", "--onlyvisible", "--name", title])?;
        list.lines().last().map(str::to_owned)
    }

    /// Polls until `look` finds something; fails after a minute.
    pub fn wait_for<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            if start.elapsed() > Duration::from_secs(60) {
                let shot = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("end-to-end-failure.png");
                self.screenshot("root", &shot);
                panic!("waited a minute for {what}; the screen is in {}", shot.display());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// A window as PNG; `root` is the whole screen.
    pub fn screenshot(&self, window: &str, to: &Path) {
        let done = self.command("import").args(["-window", window]).arg(to).status().unwrap();
        assert!(done.success(), "no screenshot");
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
