from __future__ import annotations

import gzip
from collections.abc import AsyncIterator

import pytest

from bot.articles.web import body
from bot.articles.web.charset import decode
from bot.articles.web.kinds import refuse_type, sniff
from bot.errors import NotHtml, TooLarge, Unreachable
from tests.bot.articles.hostile.lying import FILES

SAID = {
    "a PDF": "a PDF instead of a web page: open it and paste the article's text.",
    "a feed": "a feed instead of a web page: link one of its articles instead.",
    "a site map": "a site map instead of a web page: link one of its articles instead.",
    "an office document": "an office document instead of a web page: open it and paste the article's text.",
    "a book": "a book instead of a web page: open it and paste the chapter's text.",
    "a picture": "a picture instead of a web page: link the article's page, or paste its text.",
}
NAMES = {
    "a PDF behind": "a PDF",
    "a PDF": "a PDF",
    "a feed": "a feed",
    "a site map": "a site map",
    "an old document of Word": "an office document",
    "a document of Word": "an office document",
    "a book": "a book",
    "a JPEG": "a picture",
    "a PNG": "a picture",
    "a WebP": "a picture",
    "an AVIF": "a picture",
    "an SVG": "a picture",
    "a zip archive": "an archive",
    "a visiting card": "a contact card",
}


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_named_for_what_it_is(file: str) -> None:
    """Whatever its server calls it; and the sentence says what to do instead."""
    content = FILES[file]
    name = next((said for start, said in NAMES.items() if file.startswith(start)), file.removesuffix(" in a list"))
    with pytest.raises(NotHtml) as refused:
        sniff("news.example", "text/html", content.encode() if isinstance(content, str) else content)
    said = SAID.get(name, f"{name} instead of a web page: link the article's page, or paste its text.")
    assert refused.value.message == f"news.example sent {said}"


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"RIFF\x24\0\0\0WAVEfmt ", "a recording"),
        (b"RIFF\x24\0\0\0AVI LIST", "a video"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "a recording"),
        (b"\xff\xfb\x90\0", "a recording"),
        (b"#EXTM3U\n#EXT-X-VERSION:3", "a video"),
        (b"{\\rtf1\\ansi", "an office document"),
        (b"%!PS-Adobe-3.0", "a print file"),
        (b"wOF2\0\1\0\0", "a font"),
        (b"SQLite format 3\0", "data"),
        (b"\x7fELF\2\1\1", "a program"),
    ],
)
def test_other_files_by_their_first_bytes(start: bytes, name: str) -> None:
    """Sent as text."""
    with pytest.raises(NotHtml, match=f"sent {name} instead"):
        sniff("news.example", "text/plain", start)


@pytest.mark.parametrize(
    ("mime", "name"),
    [
        ("application/ld+json", "data"),
        ("application/feed+json", "a feed"),
        ("text/csv", "data"),
        ("text/css", "a style sheet"),
        ("text/javascript", "a program"),
        ("text/calendar; charset=utf-8", "a calendar"),
        ("application/epub+zip", "a book"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "an office document"),
    ],
)
def test_other_files_by_their_type(mime: str, name: str) -> None:
    """The header is enough."""
    with pytest.raises(NotHtml, match=f"sent {name} instead"):
        refuse_type("news.example", mime)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a page --><?xml version='1.0'?><html><p>We read the <feed>",
        "<!-- a comment that never ends <html>",
        "<main><svg viewBox='0 0 1 1'></svg><p>A story.",
        "<p>How to read a file that begins with\n%PDF-1.7",
        "[Editor’s note: this story was changed.] The lock opened.",
        "{curly words} in a story that ends as stories do.",
        "<!-- x -->" * 30,
        "",
    ],
)
def test_what_only_looks_like_a_file_is_read(text: str) -> None:
    """Pages hold drawings, texts hold brackets, and comments stand above many a page."""
    assert sniff("news.example", "text/html", text.encode()) == "html"


async def _chunks(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


@pytest.mark.parametrize("size", [1, 7, 16_384, 1 << 20])
async def test_members_are_unpacked_however_they_are_cut(size: int) -> None:
    """A member's end and the next one's beginning may come in two chunks; what is no member ends it."""
    packed = b"".join(gzip.compress(b"lock " * count, mtime=0) for count in (1, 0, 2, 9_000)) + b"\x1fpadding" * 9
    cut = (packed[at : at + size] for at in range(0, len(packed), size))
    assert await body.read("news.example", _chunks(*cut), ("gzip",), 10**6, 10**6) == b"lock " * 9_003


async def test_members_without_end_are_not_unpacked() -> None:
    """Empty ones make nothing, and would never be too large."""
    empty = gzip.compress(b"", mtime=0)
    assert await body.read("news.example", _chunks(empty * 900), ("gzip",), 10**6, 10**6) == b""
    with pytest.raises(Unreachable, match="can't be unpacked"):
        await body.read("news.example", _chunks(empty * 1_100), ("gzip",), 10**6, 10**6)


async def test_a_plain_body_has_the_limit_of_an_unpacked_one() -> None:
    """The last chunk counts too."""
    with pytest.raises(TooLarge):
        await body.read("news.example", _chunks(b"ab", b"cd"), (), 10, 3)


def test_after_much_that_is_broken_the_rest_is_left() -> None:
    """Some of it is shown as what it is; a page of nothing else is no text."""
    assert decode(b"\x81" * 40_000 + b"end", "windows-1252").endswith("\ufffdend")
    assert len(decode(b"\x81" * 4_000_000, "windows-1252")) < 200_000
