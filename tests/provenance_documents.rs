//! Documents become text, title, author, date and comments; what is broken or hostile becomes a sentence.

use std::io::{Cursor, Write};
use std::path::Path;

use elenchus::base::TaskCtx;
use elenchus::editor::Intake;
use elenchus::formats::ImportError;
use elenchus::formats::document::{Document, READERS, read, read_pasted, reader_for};

use elenchus::model::{DateBasis, SourceKind};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

fn one(name: &str, bytes: impl AsRef<[u8]>) -> Document {
    let mut all = read(name, bytes.as_ref(), &TaskCtx::new()).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(all.len(), 1, "{name}");
    all.remove(0)
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Author, date, depth and whom it answers, a line for each comment.
fn thread(document: &Document) -> Vec<String> {
    let name = |i: usize| document.comments[i].author.as_str();
    document.comments.iter().map(|c| format!("{} {} {} {}", c.author, c.date, c.depth, c.parent.map_or("-", name))).collect()
}

#[test]
fn the_first_debate_is_split_into_its_article_and_its_comments() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/article/anti-trump-coalition.txt");
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("SKIPPED: {} is not there", path.display());
        return;
    };
    let read = one("anti-trump-coalition.txt", &bytes);
    assert_eq!((read.title.as_str(), read.authors.as_slice()), ("Anti-Trump Coalition Shows Cracks", ["Nat Parry".to_owned()].as_slice()));
    assert_eq!((read.comments.len(), read.announced), (29, Some(29)));
    assert_eq!(read.comments.iter().filter(|c| c.depth == 0).count(), 16);
    assert_eq!(read.comments.iter().map(|c| c.depth).max(), Some(2));
    let lines = thread(&read);
    for expected in [
        "ctrl-z 2017-01-05T18:33 0 -",
        "LJ 2017-01-05T22:04 1 ctrl-z",
        "evelync 2017-01-06T13:19 1 ctrl-z",
        "Wm. Boyce 2017-01-05T12:54 0 -",
        "Jurgen 2017-01-04T22:41 2 Jurgen",
        "Bill Bodden 2017-01-04T15:15 2 Felix Navidad",
        "rosemerry 2017-01-05T16:53 1 Bill Bodden",
        "chris moffatt 2017-01-04T13:27 0 -",
        "Joe B 2017-01-05T22:03 2 Bill Bodden",
        "Peter Loeb 2017-01-06T08:07 1 James lake",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{expected}\n{}", lines.join("\n"));
    }
    // Nothing of the text is lost but the heading, the lines that say who and when, and the last line.
    let words = |text: &str| text.split_whitespace().count();
    let whole = words(&String::from_utf8(bytes).unwrap());
    let kept: usize = words(&read.text) + read.comments.iter().map(|c| words(&c.text)).sum::<usize>();
    assert!(whole - kept < 29 * 9 + 20, "{whole} {kept}");
    assert!(read.comments.iter().all(|c| !c.text.is_empty() && !c.text.starts_with(' ')));
    let last = &read.comments[28];
    assert!(last.text.ends_with("Boston, MA, USA"), "{}", last.text);
}

const PAGE: &str = r#"<!DOCTYPE html><html><head><title>The bridge that was counted twice | The Ledger</title>
<meta property="og:site_name" content="The Ledger"><meta name="author" content="By Ada Pool and Ben Reed">
<meta property="article:published_time" content="2019-03-12T07:30:00+01:00"><link rel="canonical" href="https://ledger.example/bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
 {"@type":"NewsArticle","headline":"The bridge that was counted twice","datePublished":"2019-03-12T07:30:00+01:00",
  "author":[{"@type":"Person","name":"Ada Pool"},{"@type":"Person","name":"Ben Reed"}],"publisher":{"name":"The Ledger"}}]}</script></head>
<body><nav><a href="/">Home</a> Menu</nav><header>Site head</header>
<article><h1>The bridge that was counted twice</h1><p>The town&nbsp;paid <em>twice</em> for one bridge, the auditor &ldquo;says&rdquo;.</p>
<div class="share-buttons">Share this!</div><p>The mayor denies it. She points to a letter of the ministry, which nobody outside of the town hall has seen so far, and to a second bridge.</p>
<blockquote>No second bridge exists.</blockquote></article>
<ol class="comment-list"><li class="comment" id="c1"><article><footer><div class="comment-author"><b class="fn">Ada P.</b></div>
<div class="comment-metadata"><a href="https://ledger.example/bridge#c1"><time datetime="2019-03-12T09:00:00+01:00">then</time></a></div></footer>
<div class="comment-content"><p>I drove over it.</p></div></article>
<ol class="children"><li class="comment"><article><b class="fn">bridgeman</b> <time datetime="2019-03-12T10:00"></time><div class="comment-content">So did I.</div></article></li></ol></li></ol>
<footer>Imprint</footer><script>alert(1)</script></body></html>"#;

#[test]
fn a_web_page_says_what_it_is() {
    let read = one("bridge.html", PAGE);
    assert_eq!(read.title, "The bridge that was counted twice");
    assert_eq!(read.authors, ["Ada Pool", "Ben Reed"]);
    assert_eq!(
        (read.date.as_str(), read.venue.as_str(), read.url.as_str()),
        ("2019-03-12T07:30", "The Ledger", "https://ledger.example/bridge")
    );
    assert_eq!(read.kind, SourceKind::Article);
    assert!(read.text.starts_with("The bridge that was counted twice\n\nThe town\u{a0}paid twice for one bridge, the auditor “says”."));
    assert!(read.text.ends_with("No second bridge exists."), "{}", read.text);
    assert!(["Menu", "Share", "alert", "Imprint"].iter().all(|no| !read.text.contains(no)), "{}", read.text);
    assert_eq!(thread(&read), ["Ada P. 2019-03-12T09:00 0 -", "bridgeman 2019-03-12T10:00 1 Ada P."]);
    assert_eq!(read.comments[1].text, "So did I.");
    // Without the script, the meta elements say the same; without these, the page itself some of it.
    let plainer = PAGE.replace("application/ld+json", "text/plain");
    let other = one("bridge.html", &plainer);
    assert_eq!((other.title, other.authors, other.date), (read.title.clone(), read.authors, read.date));
    let bare = plainer.replace("<meta", "<x").replace("<link", "<x");
    assert_eq!(one("bridge.html", bare).title, read.title);
    let latin = encoding_rs::WINDOWS_1252
        .encode(&PAGE.replace("&ldquo;says&rdquo;", "“sáys”").replace("<head>", "<head><meta charset=windows-1252>"))
        .0
        .into_owned();
    assert!(one("bridge.html", latin).text.contains("“sáys”"));
}

#[test]
fn word_files_and_books() {
    let body = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The long count</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">It took </w:t></w:r><w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:r><w:t>a week &amp; more.</w:t><w:br/><w:t>Then</w:t><w:tab/><w:t>nothing.</w:t></w:r></w:p><w:p/></w:body></w:document>"#;
    let core = r#"<cp:coreProperties xmlns:dc="x" xmlns:dcterms="y"><dc:creator>Ada Pool;Ben Reed</dc:creator><dcterms:created>2019-03-12T07:30:00Z</dcterms:created></cp:coreProperties>"#;
    let read = one("count.docx", zipped(&[("word/document.xml", body), ("docProps/core.xml", core)]));
    assert_eq!((read.title.as_str(), read.date.as_str()), ("The long count", "2019-03-12"));
    assert_eq!(read.authors, ["Ada Pool", "Ben Reed"]);
    assert_eq!(read.text, "The long count\n\nIt took a week & more.\nThen\tnothing.");

    let container = r#"<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"#;
    let package = r#"<package xmlns:dc="x"><metadata><dc:title>Counting</dc:title><dc:creator>Ada Pool</dc:creator><dc:date>2019</dc:date><dc:publisher>Ledger Press</dc:publisher></metadata>
<manifest><item id="two" href="two.xhtml"/><item id="one" href="text/one%201.xhtml"/></manifest><spine><itemref idref="one"/><itemref idref="two"/><itemref idref="lost"/></spine></package>"#;
    let page = |words: &str| format!("<html><head><title>no</title></head><body><h2>{words}</h2><p>Words.</p></body></html>");
    let (one_page, two_page) = (page("One"), page("Two"));
    let files = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("OEBPS/book.opf", package),
        ("OEBPS/text/one 1.xhtml", &one_page),
        ("OEBPS/two.xhtml", &two_page),
    ];
    let read = one("book.epub", zipped(&files));
    assert_eq!(
        (read.title.as_str(), read.date.as_str(), read.venue.as_str(), read.kind),
        ("Counting", "2019", "Ledger Press", SourceKind::Book)
    );
    assert_eq!(read.text, "One\n\nWords.\n\nTwo\n\nWords.");
}

/// A file of these objects; the first is its root, the last its description.
fn pdf(objects: &[String]) -> String {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let start = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| file += &format!("{place:010} 00000 n \n"));
    file += &format!("trailer << /Size {} /Root 1 0 R /Info {} 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1, objects.len());
    file
}

/// As small as one can be: two lines of text, and what the file says about itself.
fn small_pdf() -> String {
    let stream = "BT /F1 12 Tf 72 720 Td (The long count) Tj 0 -20 Td (It took a week.) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Title (Counting) /Author (Ada Pool) /CreationDate (D:20190312073000Z) >>".to_owned(),
    ];
    pdf(&objects)
}

#[test]
fn pdf_text_layer() {
    let file = small_pdf();
    let read_file = one("count.pdf", &file);
    assert_eq!((read_file.title.as_str(), read_file.date.as_str()), ("Counting", "2019-03-12T07:30"));
    assert_eq!(read_file.authors, ["Ada Pool"]);
    assert_eq!(read_file.text.split_whitespace().collect::<Vec<_>>().join(" "), "The long count It took a week.");
    for cut in (9..file.len()).step_by(17) {
        let _ = read("count.pdf", &file.as_bytes()[..cut], &TaskCtx::new());
        let mut broken = file.clone().into_bytes();
        broken[cut] ^= 0x55;
        let _ = read("count.pdf", &broken, &TaskCtx::new());
    }
}

#[test]
fn exports_of_sites() {
    let wxr = r#"<rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="d" xmlns:content="c"><channel><title>The Ledger</title>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name><![CDATA[Ada Pool]]></wp:author_display_name></wp:author>
<item><title>The bridge</title><link>https://ledger.example/bridge</link><dc:creator>ada</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph --><p>Paid twice.</p><p>Or not.</p>]]></content:encoded>
<wp:post_date>2019-03-12 07:30:00</wp:post_date><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_id>8</wp:comment_id><wp:comment_author>Cy</wp:comment_author><wp:comment_date>2019-03-12 10:00:00</wp:comment_date><wp:comment_content>So did I.</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>7</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Ben</wp:comment_author><wp:comment_date>2019-03-12 09:00:00</wp:comment_date><wp:comment_content><![CDATA[I drove

over it.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>9</wp:comment_id><wp:comment_author>spam</wp:comment_author><wp:comment_content>buy</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment></item>
<item><title>logo.png</title><wp:post_type>attachment</wp:post_type></item></channel></rss>"#;
    let read_post = one("export.xml", wxr);
    assert_eq!(
        (read_post.title.as_str(), read_post.text.as_str(), read_post.venue.as_str()),
        ("The bridge", "Paid twice.\n\nOr not.", "The Ledger")
    );
    assert_eq!((read_post.authors.as_slice(), read_post.date.as_str()), (["Ada Pool".to_owned()].as_slice(), "2019-03-12T07:30"));
    assert_eq!(thread(&read_post), ["Ben 2019-03-12T09:00 0 -", "Cy 2019-03-12T10:00 1 Ben"]);
    assert_eq!(read_post.comments[0].text, "I drove\n\nover it.");

    let disqus = r#"<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><link>https://ledger.example/bridge</link><title>The bridge</title><createdAt>2019-03-12T07:30:00Z</createdAt></thread>
<thread dsq:id="2"><title>Nobody spoke</title><createdAt>2019-03-12T07:30:00Z</createdAt></thread>
<post dsq:id="11"><message><![CDATA[<p>I drove over it.</p>]]></message><createdAt>2019-03-12T09:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ben</name></author><thread dsq:id="1"/></post>
<post dsq:id="12"><message>So did I.</message><createdAt>2019-03-12T10:00:00Z</createdAt><author><username>cy</username></author><thread dsq:id="1"/><parent dsq:id="11"/></post>
<post dsq:id="13"><message>no</message><isDeleted>true</isDeleted><author><name>x</name></author><thread dsq:id="1"/></post></disqus>"#;
    let read_thread = one("disqus.xml", disqus);
    assert_eq!((read_thread.title.as_str(), read_thread.url.as_str()), ("The bridge", "https://ledger.example/bridge"));
    assert_eq!(thread(&read_thread), ["Ben 2019-03-12T09:00 0 -", "cy 2019-03-12T10:00 1 Ben"]);

    let item = |id: u32, author: &str, text: &str, children: &str| {
        format!(
            r#"{{"id":{id},"created_at":"2019-03-12T09:00:00.000Z","type":"comment","author":{author},"text":{text},"children":[{children}]}}"#
        )
    };
    let inner = item(4, "\"cy\"", "\"So &amp; so.\"", "");
    let gone = item(3, "null", "null", &inner);
    let first = item(2, "\"ben\"", "\"I drove.<p>Over it.\"", &gone);
    let news = format!(
        r#"{{"id":1,"created_at":"2019-03-12T07:30:00.000Z","author":"ada","title":"The bridge","url":"https://ledger.example/bridge","text":null,"type":"story","story_id":1,"children":[{first}]}}"#
    );
    let read_news = one("item.json", news);
    assert_eq!((read_news.venue.as_str(), read_news.kind), ("Hacker News", SourceKind::Post));
    assert_eq!(thread(&read_news), ["ben 2019-03-12T09:00 0 -", "cy 2019-03-12T09:00 1 ben"]);
    assert_eq!((read_news.comments[0].text.as_str(), read_news.comments[1].text.as_str()), ("I drove.\n\nOver it.", "So & so."));

    let reply = r#"{"kind":"t1","data":{"id":"b","author":"cy","body":"So did I.","created_utc":1552384800.0,"replies":"","permalink":"/r/bridges/1/b/"}}"#;
    let reddit = format!(
        r#"[{{"kind":"Listing","data":{{"children":[{{"kind":"t3","data":{{"title":"The bridge","selftext":"Paid &gt; once.","author":"ada","created_utc":1552375800.0,"subreddit":"bridges","permalink":"/r/bridges/1/","num_comments":3}}}}]}}}},
{{"kind":"Listing","data":{{"children":[{{"kind":"t1","data":{{"id":"a","author":"ben","body":"I drove.","created_utc":1552381200,"replies":{{"kind":"Listing","data":{{"children":[{reply},{{"kind":"more","data":{{"id":"z"}}}}]}}}}}}}}]}}}}]"#
    );
    let read_reddit = one("thread.json", reddit);
    assert_eq!(
        (read_reddit.text.as_str(), read_reddit.venue.as_str(), read_reddit.announced),
        ("Paid > once.", "Reddit, r/bridges", Some(3))
    );
    assert_eq!(thread(&read_reddit), ["ben 2019-03-12T09:00 0 -", "cy 2019-03-12T10:00 1 ben"]);
    assert_eq!(read_reddit.comments[1].url, "https://www.reddit.com/r/bridges/1/b/");
}

#[test]
fn plain_text_is_kept_to_the_byte() {
    for text in ["One\r\nTwo\r\n\r\n  Three \u{a0}four\t\n", "no end", "\n\n# not Markdown\n"] {
        assert_eq!(one("a.txt", text).text, text);
        assert_eq!(one("a.md", text).text, text);
    }
    assert_eq!(one("a.txt", "\u{feff}marked").text, "marked");
    let pasted = read_pasted("Just words.", &TaskCtx::new()).unwrap();
    assert_eq!(pasted[0].text, "Just words.");
}

fn refusal(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes, &TaskCtx::new()) {
        Err(ImportError::Refused(found)) => {
            assert!(!found.message.is_empty() && !found.help.is_empty());
            found.message
        }
        Err(other) => other.to_string(),
        Ok(found) => panic!("{name}: {found:?}"),
    }
}

#[test]
fn what_cannot_be_read_is_said() {
    assert!(refusal("a.txt", b"").contains("no words"));
    assert!(refusal("a.txt", b" \n\t ").contains("no words"));
    assert!(refusal("a.bin", b"\x7fELF\0\0\0\0").contains("no kind of document"));
    assert!(refusal("a.txt", b"\x7fELF\0\0\0\xff\xfe\0\0").contains("no text"));
    assert!(refusal("a.docx", b"not a zip file at all\0").contains("unpacked"));
    assert!(refusal("a.docx", &zipped(&[("other.xml", "<a/>")])).contains("word/document.xml"));
    assert!(refusal("a.epub", &zipped(&[("META-INF/container.xml", "<container/>")])).contains("rootfile"));
    assert!(refusal("a.docx", &zipped(&[("word/document.xml", "<w:document><w:p></w:document>")])).len() > 10);
    assert!(refusal("a.json", b"{\"author\": \"a\", \"created_at\": 1, \"children\": [").contains("JSON"));
    assert!(refusal("a.pdf", b"%PDF-1.4\nnothing").contains("PDF"));
    assert!(
        refusal("a.html", "<div>".repeat(100_000).as_bytes()).contains("2,000")
            || refusal("a.html", "<div>".repeat(100_000).as_bytes()).contains("2000")
    );
    let cancelled = TaskCtx::new();
    cancelled.cancel();
    for reader in READERS {
        let name = format!("a.{}", reader.extensions()[0]);
        assert!(matches!(read(&name, b"some words", &cancelled), Err(ImportError::Cancelled(_))), "{name}");
    }
}

#[test]
fn a_zip_bomb_does_not_go_off() {
    let zeros = " ".repeat(32 << 20);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..3 {
        zip.start_file(format!("{part}.xhtml"), SimpleFileOptions::default()).unwrap();
        zip.write_all(zeros.as_bytes()).unwrap();
    }
    zip.start_file("META-INF/container.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(br#"<container><rootfile full-path="b.opf"/></container>"#).unwrap();
    zip.start_file("b.opf", SimpleFileOptions::default()).unwrap();
    let items: String = (0..3).map(|i| format!(r#"<item id="i{i}" href="{i}.xhtml"/><itemref idref="i{i}"/>"#)).collect();
    zip.write_all(format!("<package>{items}</package>").as_bytes()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 19);
    assert!(matches!(read("bomb.epub", &bytes, &TaskCtx::new()), Err(ImportError::TooLarge { .. })));
}

/// Bytes packed as zlib does; the sum at the end is wrong, which nobody minds.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("x", SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    let file = zip.finish().unwrap().into_inner();
    let length = u32::from_le_bytes(file[18..22].try_into().unwrap()) as usize;
    let extra = u16::from_le_bytes(file[28..30].try_into().unwrap()) as usize;
    let data = &file[31 + extra..][..length];
    [&[0x78, 0x9c], data, &[0; 4]].concat()
}

#[test]
fn a_pdf_that_unpacks_to_a_mountain_is_refused() {
    let with = |dict: &str, data: &[u8]| -> Vec<u8> {
        let mut file = b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>\nendobj\n4 0 obj\n".to_vec();
        file.extend(format!("<< {dict} /Length {} >>\nstream\n", data.len()).bytes());
        file.extend(data);
        file.extend(b"\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
        file
    };
    let mountain = packed(&vec![b' '; 80 << 20]);
    let twice = packed(&packed(&vec![0; 80 << 20]));
    assert!(mountain.len() < 100_000 && twice.len() < 10_000);
    for (dict, data) in [
        ("/Filter /FlateDecode", &mountain),
        ("/Filter[/FlateDecode/FlateDecode]", &twice),
        ("/Type /ObjStm /N 1 /First 4 /Filter /Fl#61teDecode", &mountain),
        ("/DecodeParms << /Columns 99999999999 /Predictor 12 >> /Filter /FlateDecode", &packed(b"x")),
    ] {
        let file = with(dict, data);
        let said = refusal("a.pdf", &file);
        assert!(said.contains("unpacks to more than 64 MB"), "{dict}: {said}");
    }
    // A picture of that size is not unpacked at all.
    let picture = refusal("a.pdf", &with("/Subtype /Image /Filter /FlateDecode", &mountain));
    assert!(!picture.contains("unpacks"), "{picture}");
}

/// A file that is locked with a password, with other packed words on its page.
fn locked(password: &str, words: Option<Vec<u8>>) -> Vec<u8> {
    use pdf_extract::{Document as File, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat};
    let mut file = File::load_mem(small_pdf().as_bytes()).unwrap();
    if let Some(words) = words {
        let stream = file.objects.get_mut(&(4, 0)).unwrap().as_stream_mut().unwrap();
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(words);
    }
    let id = || Object::String(b"0123456789abcdef".to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id(), id()]));
    let version = EncryptionVersion::V2 {
        document: &file,
        owner_password: "owner",
        user_password: password,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    file.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn locked_pdfs_are_read_refused_and_weighed() {
    let open = one("open.pdf", locked("", None));
    assert_eq!(open.text.split_whitespace().collect::<Vec<_>>().join(" "), "The long count It took a week.");
    let said = refusal("secret.pdf", &locked("secret", None));
    assert!(said.contains("locked with a password"), "{said}");
    let said = refusal("bomb.pdf", &locked("", Some(packed(&vec![b' '; 80 << 20]))));
    assert!(said.contains("unpacks to more than 64 MB"), "{said}");
}

#[test]
fn a_page_that_takes_for_ever_to_parse_is_refused() {
    let attributes = (0..300_000).map(|i| format!(" a{i}<")).collect::<String>();
    for page in [
        format!("<html><body>{}words", "<div>".repeat(100_000)),
        format!("<html><body>{}words", "<table><tr><td>".repeat(100_000)),
        format!("<html><body{attributes}>words"),
        format!("<html><body{}>words", attributes.replace(' ', "/")),
    ] {
        assert!(!refusal("page.html", page.as_bytes()).is_empty());
    }
    let usual = format!("<html><body><p title='{}' class = 'b'>words</p>", "a b ".repeat(9000));
    assert!(one("page.html", usual).text.contains("words"));
}

#[test]
fn a_word_file_that_unpacks_to_a_mountain_is_refused() {
    let body = format!("<w:document><w:t>{}</w:t></w:document>", " ".repeat(80 << 20));
    let bomb = zipped(&[("word/document.xml", &body)]);
    assert!(matches!(read("bomb.docx", &bomb, &TaskCtx::new()), Err(ImportError::TooLarge { .. })));
}

#[test]
fn a_date_is_proposed_from_the_address() {
    let page = |head: &str| {
        one(
            "page.html",
            format!("<html><head><link rel=canonical href='https://a.example/2004/03/12/x'>{head}</head><body><p>Words.</p></body></html>"),
        )
    };
    let dated = page("");
    assert_eq!((dated.date.as_str(), dated.date_basis), ("2004-03-12", Some(DateBasis::Url)));
    let stated = page("<meta name=date content=2004-03-11>");
    assert_eq!((stated.date.as_str(), stated.date_basis), ("2004-03-11", Some(DateBasis::Stated)));
    // Nothing says that the document itself states it.
    let sources = Intake::now("").sources(&dated);
    assert_eq!((sources[0].source.date.as_str(), sources[0].source.texts[0].stated_date.as_str()), ("2004-03-12", ""));
    assert_eq!(sources[0].source.date_basis(), Some(DateBasis::Url));
    assert_eq!(Intake::now("").sources(&stated)[0].source.date_basis(), Some(DateBasis::Stated));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_brings_a_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..400), reader in 0..READERS.len(), start in 0..6_usize) {
        let starts: [&[u8]; 6] = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", b"<rss xmlns=\"wordpress.org/export\">", b"[{\"kind\":\"Listing\",\"data\":"];
        let all: Vec<u8> = starts[start].iter().chain(&bytes).copied().collect();
        let _ = READERS[reader].read(&all, &TaskCtx::new());
    }

    #[test]
    fn no_text_brings_the_splitter_down(text in "([ \t]{0,6}[•*1-9]?[.]? ?[A-Z][a-z]{0,5}( says)?:?\n|[ ]{0,6}January [0-9]{1,2}, 2017 at 1[0-9]:[0-9]{2}\n|\r\n|[a-zé ]{0,12}\n|[0-9] comments\n){0,20}") {
        let _ = read_pasted(&text, &TaskCtx::new());
    }
}

#[test]
fn files_are_known_by_what_is_in_them() {
    let check = |name: &str, bytes: &[u8], title: &str| {
        assert_eq!(reader_for(name, bytes).map(|r| r.title()), Some(title), "{name}");
    };
    check("page", PAGE.as_bytes(), "Web page (HTML)");
    check("page.txt", b"Some words", "Plain text");
    check("notes.md", b"Some words", "Markdown");
    check("paper", b"%PDF-1.7", "PDF");
    check("x.xml", b"<?xml version=\"1.0\"?><disqus/>", "Disqus export");
    assert!(reader_for("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_none());
}

#[test]
fn a_pdf_that_calls_itself_is_refused() {
    let stream = |dict: &str, words: &str| format!("<< {dict} /Length {} >>\nstream\n{words}\nendstream", words.len());
    let page = |rest: &str| format!("<< /Type /Page /Parent 2 0 R {rest} /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>");
    let objects = |page: String, form: String, pages: &str| {
        let root = "<< /Type /Catalog /Pages 2 0 R >>".to_owned();
        [root, pages.to_owned(), page, stream("", "/A Do"), form, "<< >>".to_owned()]
    };
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let form = |words: &str| stream("/Subtype /Form /Resources << /XObject << /A 5 0 R >> >>", words);
    let box_ = "/MediaBox [0 0 9 9]";
    let itself = pdf(&objects(page(box_), form("/A Do"), pages));
    assert!(refusal("a.pdf", itself.as_bytes()).contains("PDF"));
    let heir = pdf(&objects(page(""), form(""), "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>"));
    assert!(refusal("a.pdf", heir.as_bytes()).contains("PDF"));
}
