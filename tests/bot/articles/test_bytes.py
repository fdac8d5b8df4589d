from __future__ import annotations

import pytest

from bot.articles.web.charset import decode
from bot.articles.web.kinds import charset_of, refuse_type, sniff
from bot.errors import NotHtml

WORDS = "Déjà vu in Zürich – “quoted”"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (WORDS.encode(), None),
        (WORDS.encode(), "utf-8"),
        (WORDS.encode(), "no-such-charset"),
        (WORDS.encode(), "utf-7"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "windows-1252"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), None),
        (WORDS.encode("cp1252"), None),
        (WORDS.encode("cp1252"), "ISO-8859-1"),
        (WORDS.encode("cp1252"), "us-ascii"),
        (WORDS.encode("utf-16-le"), "utf-16le"),
    ],
)
def test_bytes_become_text(body: bytes, declared: str | None) -> None:
    """By the mark, the header, the page, else UTF-8, else Windows-1252; what is not on the list counts as nothing."""
    assert decode(body, declared) == WORDS


@pytest.mark.parametrize(
    ("charset", "words"),
    [("koi8-r", "Привет"), ("shift_jis", "日本語"), ("gb2312", "中文"), ("euc-kr", "한국어"), ("iso-8859-2", "Łódź")],
)
def test_the_page_names_its_own_charset(charset: str, words: str) -> None:
    """A meta tag is believed where the header is silent."""
    page = f'<html><head><meta charset="{charset}"></head><p>{words}'
    assert words in decode(page.encode(charset), None)
    old = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>{words}'
    assert words in decode(old.encode(charset), None)


def test_a_meta_tag_that_can_not_be_true_is_utf_8() -> None:
    """Whoever can read it as ASCII does not read UTF-16."""
    assert decode("<meta charset=utf-16><p>é".encode(), None).endswith("é")


def test_broken_bytes_become_replacement_characters() -> None:
    """Nothing fails; a page that was cut inside a character is still UTF-8."""
    assert decode(b"ab\xff", "utf-8") == "ab\ufffd"
    assert decode("abé".encode()[:-1], None) == "ab\ufffd"
    assert decode(b"a\xe9 and more", None) == "aé and more"


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("text/html", b"anything", "html"),
        ("TEXT/HTML; charset=utf-8", b"", "html"),
        ("application/xhtml+xml", b"<?xml version='1.0'?><html>", "html"),
        ("text/plain", b"words", "text"),
        ("text/plain", b"  <!DOCTYPE html><p>", "html"),
        ("", b"<html>", "html"),
        ("application/octet-stream", b"<!doctype html>", "html"),
        ("text/xml", b"<?xml version='1.0'?><html>", "html"),
        ("text/html", b"\xff\xfe<\0h\0t\0m\0l\0>\0", "html"),
        ("text/html", b"<html><feed>", "html"),
    ],
)
def test_what_a_server_sent(content_type: str, body: bytes, kind: str) -> None:
    """The header and the first bytes together tell a page from a text."""
    refuse_type("example.com", content_type)
    assert sniff("example.com", content_type, body) == kind


@pytest.mark.parametrize(
    ("content_type", "what"),
    [
        ("application/pdf", "a PDF"),
        ("image/png", "a picture"),
        ("video/mp4", "a video"),
        ("audio/mpeg", "a recording"),
        ("application/zip", "an archive"),
        ("application/atom+xml", "a feed"),
        ("font/woff2", "a font"),
        ("application/x-nothing", "a file"),
    ],
)
def test_a_file_is_named_in_the_refusal(content_type: str, what: str) -> None:
    """By the header alone, before its body is read."""
    with pytest.raises(NotHtml, match=f"^example.com sent {what} instead of a web page"):
        refuse_type("example.com", content_type)


@pytest.mark.parametrize(
    ("header", "charset"),
    [("text/html", None), ("text/html; charset=UTF-8", "UTF-8"), ('text/html;charset = "x-y"', "x-y")],
)
def test_the_charset_of_a_header(header: str, charset: str | None) -> None:
    """With and without quotes and spaces."""
    assert charset_of(header) == charset
