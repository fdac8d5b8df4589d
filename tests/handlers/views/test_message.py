from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.message import address, clean, escaped, linked

HOSTILE = st.text(st.sampled_from("<>&@#!|*_~`:/ \n\tUC0aé“\u202e\u200b\u2066\ufeff\x00\x1b")) | st.text()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("one\n\n  line\u2028only\t", "one line only"),
        ("\u202egnp.exe\u202c and \u2066more\u2069", "gnp.exe and more"),
        ("pass\u200bword\u200d \ufeffand\u2060 so\u00adft", "password and soft"),
        ("bell\x07 escape\x1b[31m null\x00", "bell escape[31m null"),
        ("blank\u2800\u3164\U000e0041 letters\ufe0f", "blank letters"),
        ("half\ud83d a pair", "half a pair"),
        ("o\u0301\u0302\u0303\u0304\u0305ver", "o\u0301\u0302ver"),
        ("*stays* _as_ <it> & is", "*stays* _as_ <it> & is"),
        ("القاهرة and 東京 and Malmö", "القاهرة and 東京 and Malmö"),
        (None, ""),
    ],
)
def test_literal_words_lose_what_nobody_sees(words: str | None, shown: str) -> None:
    """Control, bidi and zero-width characters go; every script and every sign that a reader sees stays."""
    assert clean(words) == shown


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("<@U0123456789> look", "&lt;@U0123456789&gt; look"),
        ("<!channel> <!date^1392734382^{date}|now>", "&lt;!channel&gt; &lt;!date^1392734382^{date}|now&gt;"),
        ("<https://evil.example|your bank>", "&lt;https\N{RATIO}//evil.example|your bank&gt;"),
        ("AT&amp;T & co", "AT&amp;amp;T &amp; co"),
        ("> quoted", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} quoted"),
        ("*bold* ~gone~ `code`", "∗bold∗ ∼gone∼ ˋcodeˋ"),
        ("_italic_ but snake_case", "ˍitalicˍ but snake_case"),
        (":tada: at 10:30", "\N{RATIO}tada: at 10:30"),
    ],
)
def test_markup_from_pages_stays_words(words: str, markup: str) -> None:
    """What would be a mention, a broadcast, a date, a link, an emoji or a format is shown as it was written."""
    assert escaped(words) == markup


@given(HOSTILE)
def test_no_text_at_all_becomes_markup(words: str) -> None:
    """Whatever a page says: no control sequence, no format, no code and no scheme is left in it."""
    markup = escaped(words)
    assert not set(markup) & set("<>*~`\n\r")
    assert not markup.startswith("&gt;")
    assert "://" not in markup
    assert not {unicodedata.category(sign) for sign in markup} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert clean(clean(words)) == clean(words)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/a?b=1&c=2#d", ("https://www.example.org/a?b=1&c=2#d", "example.org")),
        ("http://example.org:8080/", ("http://example.org:8080/", "example.org")),
        ("https://bücher.example/ä b", ("https://xn--bcher-kva.example/%C3%A4%20b", "xn--bcher-kva.example")),
        ("https://example.org/<!here>|x", ("https://example.org/%3C!here%3E%7Cx", "example.org")),
        ("https://[2001:db8::1]/a", ("https://[2001:db8::1]/a", "2001:db8::1")),
    ],
)
def test_a_link_shows_its_own_host(url: str, shown: tuple[str, str]) -> None:
    """The host is what a browser would go to, in ASCII, so that no look-alike letter passes for another."""
    assert address(url) == shown


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "example.org",
        "javascript:alert(1)",
        "ftp://example.org/",
        "https://bank.example@evil.example/",
        "https://evil.example\\@bank.example/",
        "https://evil.example\\.bank.example/",
        "https://evil .example/",
        "https:///path",
        "https://[::1",
        "https://example.org:99999/",
        "https://exa..mple/",
        f"https://example.org/{'a' * 1000}",
        f"https://example.org/?{'&' * 300}",
    ],
)
def test_what_could_lie_is_no_link(url: str | None) -> None:
    """No other scheme, no user name before the host, nothing malformed and nothing that is too long for a message."""
    assert address(url) is None
    assert linked(url, "label") == ""


def test_a_link_in_markup() -> None:
    """Under our own words, or else under its host; the ampersand is written as Slack wants it."""
    assert linked("https://www.example.org/?a=1&b=2") == "<https://www.example.org/?a=1&amp;b=2|example.org>"
    assert linked("https://example.org/", "open it") == "<https://example.org/|open it>"
