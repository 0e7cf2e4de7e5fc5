//! Bytes to text: byte order marks, UTF-8, what the document declares, and else a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at for a guess.
const LOOKED_AT: usize = 1 << 20;

/// The text of a file without its byte order mark. What is valid UTF-8 is that; else `declared` counts, the label of an encoding.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => return text.to_owned(),
            Err(_) => {
                declared.and_then(|label| Encoding::for_label(label.as_bytes())).or_else(|| wide(bytes)).unwrap_or_else(|| guess(bytes))
            }
        },
    };
    encoding.decode(bytes).0.into_owned()
}

/// Whether the bytes are those of a program or picture, in whatever encoding.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    head.contains(&0) && Encoding::for_bom(bytes).is_none() && wide(bytes).is_none()
}

/// UTF-16 without a mark: in most languages every other byte of much of it is the same small number.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match () {
        () if pairs < 2 || bytes.len() % 2 == 1 => None,
        () if odd * 3 > pairs && even * 20 < pairs => Some(UTF_16LE),
        () if even * 3 > pairs && odd * 20 < pairs => Some(UTF_16BE),
        () => None,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    let guessed = detector.guess(None, Utf8Detection::Allow);
    // Of UTF-8 with a broken place here and there, most survives as UTF-8.
    let broken = String::from_utf8_lossy(bytes).matches('\u{fffd}').count();
    let beyond_ascii = bytes.iter().filter(|b| !b.is_ascii()).count();
    if broken * 10 < beyond_ascii { UTF_8 } else { guessed }
}

#[cfg(test)]
mod tests {
    use super::{decode, is_binary};

    #[test]
    fn encodings_are_told_apart() {
        let text = "„Schön“ – the café’s naïve coöperation, sixty € in all.";
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let wide = |little: bool| -> Vec<u8> {
            let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            text.encode_utf16().flat_map(bytes).collect()
        };
        for bytes in [text.as_bytes().to_vec(), format!("\u{feff}{text}").into_bytes(), windows, wide(true), wide(false)] {
            assert_eq!(decode(&bytes, None), text);
            assert!(!is_binary(&bytes));
        }
        let marked: Vec<u8> = [0xfe, 0xff].into_iter().chain(wide(false)).collect();
        assert_eq!(decode(&marked, None), text);
        let russian = "Так говорят в газетах, но кто сказал это первым?";
        assert_eq!(decode(&encoding_rs::KOI8_R.encode(russian).0, Some("koi8-r")), russian);
        assert_eq!(decode(&encoding_rs::WINDOWS_1251.encode(russian).0, None), russian);
        assert_eq!(
            decode(b"caf\xc3\xa9 \xff caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9 caf\xc3\xa9", None).matches('é').count(),
            7
        );
        assert!(is_binary(b"\x7fELF\x02\x01\x01\0\0\0\xff\xee"));
    }
}
