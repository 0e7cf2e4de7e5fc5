//! Another program of a [`Desktop`] that drags files onto a window: the source's half of XDND, without a pointer.

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME};

use crate::desktop::Desktop;

/// The version of the protocol that is spoken.
const VERSION: u32 = 5;
const ALIVE: Duration = Duration::from_secs(30);

impl Desktop {
    /// Drops files onto the middle of a window, and returns when it has taken them.
    pub fn drop_files(&self, window: &str, files: &[&Path]) {
        let (x, screen) = RustConnection::connect(Some(&self.display)).unwrap();
        let onto: u32 = window.parse().unwrap();
        let atom = |name: &str| x.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
        let [aware, selection, enter, position, status, drop, finished, copy, list] = [
            "XdndAware",
            "XdndSelection",
            "XdndEnter",
            "XdndPosition",
            "XdndStatus",
            "XdndDrop",
            "XdndFinished",
            "XdndActionCopy",
            "text/uri-list",
        ]
        .map(atom);
        let says_so = x.get_property(false, onto, aware, AtomEnum::ANY, 0, 1).unwrap().reply().unwrap();
        assert!(says_so.value_len > 0, "the window takes no drops");

        let root = x.setup().roots[screen].root;
        let own = x.generate_id().unwrap();
        let looks = CreateWindowAux::new();
        x.create_window(COPY_DEPTH_FROM_PARENT, own, root, 0, 0, 1, 1, 0, WindowClass::INPUT_OUTPUT, COPY_FROM_PARENT, &looks).unwrap();
        x.set_selection_owner(own, selection, CURRENT_TIME).unwrap();
        let tell = |message: u32, data: [u32; 5]| {
            x.send_event(false, onto, EventMask::NO_EVENT, ClientMessageEvent::new(32, onto, message, data)).unwrap();
            x.flush().unwrap();
        };
        let size = x.get_geometry(onto).unwrap().reply().unwrap();
        let middle = x.translate_coordinates(onto, root, (size.width / 2) as i16, (size.height / 2) as i16).unwrap().reply().unwrap();
        let at = ((middle.dst_x as u32) << 16) | (middle.dst_y as u32 & 0xffff);
        tell(enter, [own, VERSION << 24, list, 0, 0]);
        tell(position, [own, 0, at, CURRENT_TIME, copy]);

        let (mut accepted, mut served, mut dropped) = (false, false, false);
        let began = Instant::now();
        loop {
            assert!(began.elapsed() < ALIVE, "accepted: {accepted}, served: {served}, dropped: {dropped}");
            match x.poll_for_event().unwrap() {
                Some(Event::SelectionRequest(asked)) => {
                    let lines: String =
                        files.iter().map(|file| format!("file://{}\r\n", file.display().to_string().replace(' ', "%20"))).collect();
                    x.change_property8(PropMode::REPLACE, asked.requestor, asked.property, asked.target, lines.as_bytes()).unwrap();
                    let answer = SelectionNotifyEvent {
                        response_type: SELECTION_NOTIFY_EVENT,
                        sequence: 0,
                        time: asked.time,
                        requestor: asked.requestor,
                        selection: asked.selection,
                        target: asked.target,
                        property: asked.property,
                    };
                    x.send_event(false, asked.requestor, EventMask::NO_EVENT, answer).unwrap();
                    x.flush().unwrap();
                    served = true;
                }
                Some(Event::ClientMessage(said)) if said.type_ == status => accepted |= said.data.as_data32()[1] & 1 == 1,
                Some(Event::ClientMessage(said)) if said.type_ == finished => {
                    assert!(dropped && said.data.as_data32()[1] & 1 == 1, "refused");
                    return;
                }
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(10)),
            }
            if accepted && served && !dropped {
                // As long as files are held over the window it says what letting go will do.
                std::thread::sleep(Duration::from_millis(700));
                tell(drop, [own, 0, CURRENT_TIME, 0, 0]);
                dropped = true;
            }
        }
    }
}
