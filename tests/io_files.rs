//! Files: what is saved is whole, what was there before is kept once, and nothing of somebody else's is overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use elenchus::base::{Position, TaskCtx};
use elenchus::formats::native::to_text;
use elenchus::formats::{ImportError, MAX_BYTES, importer};
use elenchus::io::{About, Config, Fingerprint, IoError, Keeper, MAX_RECENT, Ruins, Settings, backup_of, open, open_as, read, save, write};
use elenchus::model::ArgumentMap;
use elenchus::render::ThemeName;
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_map_is_saved_and_opened_again() {
    let folder = folder();
    let path = folder.path().join("map.ron");
    let map = ArgumentMap::new("日本語 · عربي");
    let saved = save(&path, to_text(&map).as_bytes(), None).unwrap();
    let opened = open(&path, &TaskCtx::new()).unwrap();
    assert_eq!((opened.map, opened.report, opened.format, opened.fingerprint), (map, Vec::new(), "ron", saved));
    assert_eq!(names(folder.path()), ["map.ron"]);
}

#[test]
fn exactly_one_backup_is_kept() {
    let folder = folder();
    let path = folder.path().join("map.ron");
    let mut last = None;
    for content in ["one", "two", "three"] {
        last = Some(save(&path, content.as_bytes(), last.as_ref()).unwrap());
    }
    assert_eq!((text(&path).as_str(), text(&backup_of(&path)).as_str()), ("three", "two"));
    // As after a crash between the making of the backup and the saving: both names are one file.
    fs::remove_file(backup_of(&path)).unwrap();
    fs::hard_link(&path, backup_of(&path)).unwrap();
    save(&path, b"four", last.as_ref()).unwrap();
    assert_eq!((text(&path).as_str(), text(&backup_of(&path)).as_str()), ("four", "three"));
    write(&path, b"five").unwrap();
    assert_eq!((text(&path).as_str(), text(&backup_of(&path)).as_str()), ("five", "three"));
    assert_eq!(names(folder.path()), ["map.ron", "map.ron~"]);
}

#[test]
fn what_somebody_else_changed_is_not_overwritten() {
    let folder = folder();
    let path = folder.path().join("map.ron");
    let first = save(&path, b"mine", None).unwrap();
    for theirs in ["hers", "longer than mine"] {
        fs::write(&path, theirs).unwrap();
        assert_eq!(save(&path, b"mine again", Some(&first)), Err(IoError::ChangedOnDisk(path.clone())));
        assert_eq!(text(&path), theirs);
    }
    // The same content under a new date is no change, and a file that is gone can be made again.
    fs::write(&path, "mine").unwrap();
    save(&path, b"mine", Some(&first)).unwrap();
    fs::remove_file(&path).unwrap();
    save(&path, b"mine", Some(&first)).unwrap();
    fs::write(&path, "theirs").unwrap();
    save(&path, b"knowingly", None).unwrap();
    assert_eq!((text(&path).as_str(), text(&backup_of(&path)).as_str()), ("knowingly", "theirs"));
}

#[test]
fn a_failure_leaves_everything_as_it_was() {
    let folder = folder();
    let path = folder.path().join("map.ron");
    fs::write(&path, "before").unwrap();
    // The backup cannot be made: a folder has its name.
    fs::create_dir_all(backup_of(&path).join("inside")).unwrap();
    let error = save(&path, b"after", None).unwrap_err();
    assert!(error.to_string().contains("map.ron~"), "{error}");
    assert_eq!(text(&path), "before");
    assert_eq!(names(folder.path()), ["map.ron", "map.ron~"]);
}

#[test]
fn what_stands_in_the_way_is_said() {
    let folder = folder();
    let missing = folder.path().join("no/such/map.ron");
    assert_eq!(save(&missing, b"", None), Err(IoError::MissingFolder(missing.parent().unwrap().to_path_buf())));
    assert_eq!(save(folder.path(), b"", None), Err(IoError::IsFolder(folder.path().to_path_buf())));
    assert_eq!(read(folder.path(), &TaskCtx::new()), Err(IoError::IsFolder(folder.path().to_path_buf())));
    assert_eq!(read(&missing, &TaskCtx::new()), Err(IoError::NotFound(missing)));

    let locked = folder.path().join("locked.ron");
    fs::write(&locked, "kept").unwrap();
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
    assert_eq!(save(&locked, b"", None), Err(IoError::ReadOnly(locked.clone())));
    assert_eq!(text(&locked), "kept");

    let long = folder.path().join("long.ron");
    fs::File::create(&long).unwrap().set_len(MAX_BYTES as u64 + 1).unwrap();
    assert_eq!(read(&long, &TaskCtx::new()), Err(IoError::TooLarge { path: long, limit: MAX_BYTES as u64 }));

    let ctx = TaskCtx::new();
    ctx.cancel();
    assert!(matches!(read(&locked, &ctx), Err(IoError::Cancelled(_))));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let folder = folder();
    let check = |name: &str, content: &[u8], fragment: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let said = open(&path, &TaskCtx::new()).unwrap_err().to_string();
        assert!(said.contains(name) && said.contains(fragment), "{said}");
    };
    check("map.ron", b"(\n  format: 1,\n  colour: 1,\n)", "3:3: Unknown field `colour`");
    check("latin.ron", b"(\n  format: 1, title: \"Caf\xe9\")", "2:25: The byte E9");
    check("archive.zip", b"PK\x03\x04\0", "no format that can be read");
    let path = folder.path().join("map.ron");
    let error = open_as(&path, importer("ron").unwrap(), &TaskCtx::new()).unwrap_err();
    let IoError::Import { error: ImportError::Refused(found), .. } = error else { panic!("{error}") };
    assert_eq!(found.position, Some(Position { line: 3, column: 3 }));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::{Path, PathBuf, TaskCtx, backup_of, folder, fs, names, read, save, text, write};
    use elenchus::io::IoError;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn permissions_are_kept() {
        let folder = folder();
        let path = folder.path().join("map.ron");
        save(&path, b"one", None).unwrap();
        let plain = folder.path().join("plain");
        fs::write(&plain, "").unwrap();
        assert_eq!(mode(&path), mode(&plain));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save(&path, b"two", None).unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn links_survive() {
        let folder = folder();
        fs::create_dir(folder.path().join("real")).unwrap();
        let (link, real) = (folder.path().join("link.ron"), folder.path().join("real/map.ron"));
        symlink("real/map.ron", &link).unwrap();
        for content in ["one", "two"] {
            save(&link, content.as_bytes(), None).unwrap();
        }
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!((text(&real).as_str(), text(&backup_of(&real)).as_str()), ("two", "one"));
        assert_eq!(names(folder.path()), ["link.ron", "real"]);
        let circle = folder.path().join("circle");
        symlink("circle", &circle).unwrap();
        assert!(save(&circle, b"", None).is_err());
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn devices_are_written_to_and_not_replaced() {
        write(Path::new("/dev/null"), b"gone").unwrap();
        assert_eq!(write(Path::new("/dev/full"), b"x"), Err(IoError::DiskFull(PathBuf::from("/dev/full"))));
        assert!(matches!(read(Path::new("/dev/zero"), &TaskCtx::new()), Err(IoError::TooLarge { .. })));
    }
}

#[test]
fn recent_files_are_remembered_and_capped() {
    let folder = folder();
    let config = Config::at(folder.path().join("elenchus"));
    assert!(config.recent_files().is_empty());
    for i in 0..MAX_RECENT + 3 {
        config.note_recent(&folder.path().join(format!("日本 {i}.ron"))).unwrap();
    }
    config.note_recent(&folder.path().join("日本 5.ron")).unwrap();
    let files = config.recent_files();
    assert_eq!(files.len(), MAX_RECENT);
    assert_eq!(files[..2], [folder.path().join("日本 5.ron"), folder.path().join("日本 12.ron")]);
    config.forget_recent(&files[0]).unwrap();
    assert_eq!(config.recent_files(), files[1..]);
}

#[test]
fn a_broken_memory_counts_as_none() {
    let folder = folder();
    let config = Config::at(folder.path());
    for broken in ["", "nonsense", "[1, 2]", "\u{0}", "(theme: 7)", "((((((((((((((((("] {
        fs::write(folder.path().join("recent.ron"), broken).unwrap();
        fs::write(folder.path().join("settings.ron"), broken).unwrap();
        assert_eq!((config.recent_files(), config.settings()), (Vec::<PathBuf>::new(), Settings::default()), "{broken}");
    }
    config.note_recent(Path::new("/a.ron")).unwrap();
    let dark = Settings { theme: Some(ThemeName::Dark), scale: 150, reduce_motion: Some(true), ..Settings::default() };
    config.save_settings(&dark).unwrap();
    assert_eq!((config.recent_files().len(), config.settings()), (1, dark));
    assert_eq!(names(folder.path()), ["recent.ron", "settings.ron"]);
}

fn kept(keeper: &Keeper, number: u64, path: Option<&Path>, content: &[u8]) -> About {
    let about = About { name: "日本 “quoted”".to_owned(), path: path.map(Path::to_path_buf), file: Some(Fingerprint::of(content)) };
    keeper.keep(number, &about, content).unwrap();
    about
}

#[test]
fn work_is_kept_for_whoever_comes_after() {
    let folder = folder();
    let recovery = folder.path().join("state/recovery");
    let keeper = Keeper::begin(&recovery).unwrap();
    let about = kept(&keeper, 3, Some(&folder.path().join("map.ron")), b"first");
    kept(&keeper, 3, about.path.as_deref(), b"second");
    kept(&keeper, 4, None, b"nameless");
    keeper.forget(4);
    assert!(Ruins::find(&recovery).maps.is_empty(), "it is still alive");
    drop(keeper);
    let ruins = Ruins::find(&recovery);
    assert_eq!(ruins.maps.len(), 1);
    assert_eq!(ruins.maps[0].about, About { file: Some(Fingerprint::of(b"second")), ..about });
    assert_eq!(text(&ruins.maps[0].map()), "second");
    assert!(Ruins::find(&recovery).maps.is_empty(), "found by one program at a time");
    // Taken over by the next run, then given up: nothing stays.
    let next = Keeper::begin(&recovery).unwrap();
    next.adopt(&ruins.maps[0], 9).unwrap();
    drop(ruins);
    assert_eq!(names(&recovery).len(), 1);
    next.end();
    drop(next);
    assert!(names(&recovery).is_empty());
    Keeper::begin(&recovery).unwrap();
    assert!(Ruins::find(&recovery).maps.is_empty());
    assert!(names(&recovery).is_empty(), "folders without maps are cleared away");
}

#[test]
fn a_hostile_recovery_folder_does_no_harm() {
    let folder = folder();
    let recovery = folder.path().join("recovery");
    assert!(Ruins::find(&recovery).maps.is_empty(), "no folder");
    let run = recovery.join("1-x");
    fs::create_dir_all(run.join("5.ron")).unwrap();
    fs::create_dir_all(recovery.join("2-y")).unwrap();
    fs::write(recovery.join("a file"), "").unwrap();
    let abouts =
        ["", "(((((((((", "(name:\"a\",path:Some(\"../../etc/passwd\"),file:Some(\"x:zz\"))", "(file:Some(\"9:éé\"))", "[1]", "\u{0}"];
    for (i, about) in abouts.iter().enumerate() {
        fs::write(run.join(format!("{i}.about.ron")), about).unwrap();
        if !run.join(format!("{i}.ron")).exists() {
            fs::write(run.join(format!("{i}.ron")), "no map").unwrap();
        }
    }
    let ruins = Ruins::find(&recovery);
    assert_eq!(ruins.maps.len(), 5, "a folder is no map: {ruins:?}");
    for left in &ruins.maps {
        assert_eq!((&left.about.path, &left.about.file), (&None, &None), "{left:?}");
    }
    drop(ruins);
    assert_eq!(names(&recovery), ["1-x", "2-y", "a file"], "nothing of it was deleted");
}
