//! How much the streams of a PDF unpack to: found out, with a limit, before the reader of the format unpacks them without one.

use std::cell::Cell;
use std::io::Read;

use pdf_extract::{Dictionary, Document as File, Object, Stream};

use super::refused;
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::tr;

/// Most bytes that one stream may unpack to.
const MAX_STREAM: usize = 64 << 20;
/// Most bytes that all of them may; with it the time that is taken has an end too.
const MAX_ALL: usize = 1 << 30;
/// Most columns of a stream that is kept as the differences between rows.
const MAX_COLUMNS: u64 = 1 << 20;
/// Longest description of a stream that is looked through.
const MAX_HEAD: usize = 64 << 10;

/// Refuses a file of which a stream unpacks to more than can be held.
///
/// # Errors
/// [`ImportError::Refused`] where it does, [`ImportError::Cancelled`] where somebody cancelled.
pub(super) fn check(bytes: &[u8], ctx: &TaskCtx) -> Result<(), ImportError> {
    let mut left = MAX_ALL;
    let (mut head, mut at) = (0, 0);
    while let Some(next) = bytes[at..].iter().position(|b| matches!(b, b'o' | b's')).map(|next| at + next) {
        at = next + 1;
        let rest = &bytes[next..];
        let ended = bytes[..next].ends_with(b"end");
        if rest.starts_with(b"obj") && !ended {
            head = next;
        } else if rest.starts_with(b"stream") && !ended && next - head <= MAX_HEAD {
            ctx.checkpoint(next as u64, bytes.len() as u64)?;
            let data = rest[6..].strip_prefix(b"\r").unwrap_or(&rest[6..]);
            let about = unescaped(&bytes[head..next]);
            unpacks(&filters(&about), number(&about, b"/Columns"), data.strip_prefix(b"\n").unwrap_or(data), &about, &mut left)?;
            head = next;
        }
    }
    Ok(())
}

/// The same for a file whose streams could not be read before it was unlocked.
///
/// # Errors
/// As [`check`].
pub(super) fn check_unlocked(file: &File, ctx: &TaskCtx) -> Result<(), ImportError> {
    let mut left = MAX_ALL;
    for (done, object) in file.objects.values().enumerate() {
        ctx.checkpoint(done as u64, file.objects.len() as u64)?;
        if let Object::Stream(stream) = object {
            let names = stream.filters().unwrap_or_default().into_iter().map(<[u8]>::to_vec).collect::<Vec<_>>();
            unpacks(&names, 0, &stream.content, b"", &mut left)?;
        }
    }
    Ok(())
}

fn unpacks(filters: &[Vec<u8>], columns: u64, data: &[u8], about: &[u8], left: &mut usize) -> Result<(), ImportError> {
    let too_much = || refused(tr!("document-pdf-bomb", limit = MAX_STREAM >> 20), tr!("document-pdf-bomb-help"));
    if columns > MAX_COLUMNS {
        return Err(too_much());
    }
    // Pictures are never unpacked here, unless they say that they are something else besides.
    if contains(about, b"/Image") && !contains(about, b"/ObjStm") && !contains(about, b"/XRef") {
        return Ok(());
    }
    let mut words: Option<Vec<u8>> = None;
    for filter in filters {
        let packed = words.as_deref().unwrap_or(data);
        let unpacked = match filter.as_slice() {
            b"FlateDecode" => inflated(packed),
            b"LZWDecode" if lzw_length(packed, number(about, b"/EarlyChange") != 0 || !contains(about, b"/EarlyChange")) > MAX_STREAM => {
                return Err(too_much());
            }
            b"LZWDecode" => alone(filter, packed),
            b"ASCII85Decode" => alone(filter, &packed[..find(packed, b"~>").map_or(packed.len(), |end| end + 2)]),
            _ => break,
        };
        *left = left.checked_sub(unpacked.len()).filter(|_| unpacked.len() <= MAX_STREAM).ok_or_else(too_much)?;
        words = Some(unpacked);
    }
    Ok(())
}

/// What one filter makes of bytes: for those of which it is known that it is not much.
fn alone(filter: &[u8], packed: &[u8]) -> Vec<u8> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", Object::Name(filter.to_vec()));
    Stream::new(dictionary, packed.to_vec()).decompressed_content().unwrap_or_default()
}

/// Bytes until somebody has enough.
struct Until<'a> {
    bytes: &'a [u8],
    wanted: &'a Cell<bool>,
}

impl Read for Until<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.wanted.get() { self.bytes.read(into) } else { Ok(0) }
    }
}

/// Bytes packed as zlib does, unpacked up to a little more than the limit; as far as they can be where they are broken. Files in a zip
/// file are packed in the same way: as such they are read.
fn inflated(packed: &[u8]) -> Vec<u8> {
    let body = packed.get(2..).unwrap_or_default();
    let mut header = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
    header.extend([0; 8]);
    header.extend(u32::try_from(body.len()).unwrap_or(u32::MAX).to_le_bytes());
    header.extend(u32::MAX.to_le_bytes());
    header.extend([1, 0, 0, 0, b'x']);
    let wanted = Cell::new(true);
    let mut source = header.as_slice().chain(Until { bytes: body, wanted: &wanted });
    let mut words = Vec::new();
    if let Ok(Some(file)) = zip::read::read_zipfile_from_stream(&mut source) {
        let mut some = file.take(MAX_STREAM as u64 + 1);
        // A wrong sum at the end changes nothing.
        let _ = some.read_to_end(&mut words);
        wanted.set(false);
    }
    words
}

/// How many bytes LZW unpacks to (PDF 32000-1, 7.4.4), counted without unpacking.
fn lzw_length(packed: &[u8], early: bool) -> usize {
    let (mut lengths, mut last, mut total): (Vec<usize>, Option<usize>, usize) = (vec![1; 258], None, 0);
    let (mut bits, mut count, mut width) = (0_u32, 0, 9);
    for byte in packed {
        (bits, count) = (bits << 8 | u32::from(*byte), count + 8);
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count) as usize & ((1 << width) - 1);
        bits &= (1 << count) - 1;
        match code {
            256 => {
                lengths.truncate(258);
                (last, width) = (None, 9);
                continue;
            }
            257 => break,
            _ => {}
        }
        let length = lengths.get(code).copied().or(last.map(|last| last + 1)).unwrap_or(0);
        if let Some(last) = last
            && lengths.len() < 4096
        {
            lengths.push(last + 1);
        }
        (last, total) = (Some(length), total + length);
        let next = lengths.len() + usize::from(early);
        width = if next >= 2048 {
            12
        } else if next >= 1024 {
            11
        } else if next >= 512 {
            10
        } else {
            9
        };
        if length == 0 || total > MAX_STREAM {
            break;
        }
    }
    total
}

/// The filters that the description of a stream names, in their order.
fn filters(about: &[u8]) -> Vec<Vec<u8>> {
    let after = find(about, b"/Filter").map(|at| &about[at + 7..]).unwrap_or_default();
    let after = after.trim_ascii_start();
    let (list, several) = after.strip_prefix(b"[").map_or((after, false), |list| (list, true));
    let list = if several { list.split(|b| *b == b']').next().unwrap_or_default() } else { list };
    let names = list.split(|b| *b == b'/').skip(1).map(|name| {
        let end = name.iter().position(|b| b.is_ascii_whitespace() || b"<>[]()%".contains(b)).unwrap_or(name.len());
        name[..end].to_vec()
    });
    if several { names.collect() } else { names.take(1).collect() }
}

/// The number behind a name.
fn number(about: &[u8], name: &[u8]) -> u64 {
    let digits = find(about, name).map(|at| about[at + name.len()..].trim_ascii_start()).unwrap_or_default();
    digits.iter().take_while(|b| b.is_ascii_digit()).fold(0, |all: u64, b| all.saturating_mul(10).saturating_add(u64::from(b - b'0')))
}

/// `#46ilter` as it is meant.
fn unescaped(about: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(about.len());
    let mut rest = about;
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'#').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                rest = &tail[2..];
            }
            None => {
                plain.push(*first);
                rest = tail;
            }
        }
    }
    plain
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    find(bytes, part).is_some()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_of_a_stream_is_understood() {
        let of = |about: &str| filters(&unescaped(about.as_bytes())).into_iter().map(|f| String::from_utf8(f).unwrap()).collect::<Vec<_>>();
        assert_eq!(of("<< /Filter /FlateDecode /Length 3 >>"), ["FlateDecode"]);
        assert_eq!(of("<</Length 3/Filter[/ASCII85Decode/Fl#61teDecode]/X/Y>>"), ["ASCII85Decode", "FlateDecode"]);
        assert_eq!(of("<< /Length 3 >>"), [""; 0]);
        assert_eq!(number(b"/Columns 5 /X", b"/Columns"), 5);
    }

    #[test]
    fn lzw_is_counted_as_it_unpacks() {
        // The example of the standard.
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(lzw_length(&packed, true), 10);
        assert_eq!(alone(b"LZWDecode", &packed), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }
}
