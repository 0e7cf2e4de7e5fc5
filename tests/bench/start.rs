//! From the start of the process to its first frame on the screen: the window is shown once the first frame is painted.
//!
//! `cargo bench --bench start` (Linux with Xvfb, openbox, xdotool)

#[cfg(target_os = "linux")]
#[path = "../common/desktop.rs"]
mod desktop;

#[cfg(target_os = "linux")]
fn main() {
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    const RUNS: usize = 11;
    let Some(desktop) = desktop::Desktop::start() else { return };
    let file = desktop.home.path().join("debate.ron");
    std::fs::copy(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/who-cost-whom.ron"), &file).unwrap();
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let mut program = desktop.command(env!("CARGO_BIN_EXE_elenchus")).arg(&file).stderr(Stdio::null()).spawn().unwrap();
            while desktop.find_window("Elenchus").is_none() {
                assert!(start.elapsed() < Duration::from_secs(60), "no window in a minute");
                std::thread::sleep(Duration::from_millis(5));
            }
            let time = start.elapsed();
            program.kill().unwrap();
            program.wait().unwrap();
            time
        })
        .collect();
    times.sort();
    let [min, median, max] = [times[0], times[RUNS / 2], times[RUNS - 1]].map(|t| t.as_millis());
    println!("start to first frame of the first debate, {RUNS} runs: min {min} ms, median {median} ms, max {max} ms");
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("skipped: measured on Linux under Xvfb");
}
