"""A message, and how words from pages and people get into one without becoming anything but words.

Three places, three treatments. `rich_text` elements and plain text objects are literal: `clean` words go in as they
are. Slack's markup (`mrkdwn`, and a message's ``text``) is read by Slack: there words go in through `escaped`. A web
address goes in through `address`, and always shows its own host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

Block: TypeAlias = dict[str, Any]

LONGEST_ADDRESS = 1000  # characters as markup; Slack takes 3,000, but a message as a whole about 13,000
_UNSEEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # joiners, fillers and blanks that count as letters or marks
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))  # variation selectors
)
_STACKED = re.compile(r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20f0]{2})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20f0]+")
# Slack's markup has no escape for its own signs, and invisible separators are what we strip from pages; so each sign
# gives way to one that looks the same.
_TWINS = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "*": "\N{ASTERISK OPERATOR}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
    }
)
_ANGLE, _COLON, _LINE = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "\N{RATIO}", "\N{MODIFIER LETTER LOW MACRON}"
_ITALIC = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_CODE = re.compile(r":(?=[\w+'-]{1,100}:|//)")  # an emoji's code, or a scheme that Slack would make a link of
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+")
_SIGNS = "%/:?#[]@!$&'()*+,;=~-._"  # of an address, as they are


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: ``text`` for notifications, screen readers and as the last resort, ``blocks`` for the eye.

    ``text`` is Slack's markup, below 4,000 characters, and never empty. Without ``blocks`` it is the whole message.
    """

    text: str
    blocks: tuple[Block, ...] = ()


def clean(words: str | None) -> str:
    """Words as they may be shown literally: one line, single spaces.

    Control, bidi and zero-width characters are gone, of stacked accents two remain.
    """
    seen = words or ""
    seen = seen.translate({ord(sign): _visible(sign) for sign in set(seen)})
    return _STACKED.sub(r"\1", " ".join(seen.split()))


def escaped(words: str | None) -> str:
    """Words for Slack's markup: cleaned, and unable to be a mention, a link, a date, an emoji or a format."""
    literal = clean(words)
    if literal.startswith(">"):  # an escaped one at the start of a line still makes a block quote
        literal = _ANGLE + literal[1:]
    return _CODE.sub(_COLON, _ITALIC.sub(_LINE, literal)).translate(_TWINS)


def address(url: str | None) -> tuple[str, str] | None:
    """A web address as it may be linked, and the host to show for it (without ``www.``, names in ASCII).

    None for what is not http(s), is too long, or has a user name before its host: that is how a link lies.
    """
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").encode("idna").decode().lower()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    place = f"[{host}]{port}" if ":" in host else host + port
    rest = (quote(clean(part), safe=_SIGNS) for part in (parts.path, parts.query, parts.fragment))
    safe = urlunsplit((parts.scheme, place, *rest))
    fits = len(safe) + 4 * safe.count("&") <= LONGEST_ADDRESS  # in markup each is written &amp;
    return (safe, host.removeprefix("www.")) if fits else None


def linked(url: str | None, label: str = "") -> str:
    """A link in Slack's markup: under our own ``label``, else under its host; empty for no web address."""
    found = address(url)
    return f"<{found[0].replace('&', '&amp;')}|{label or found[1]}>" if found else ""


def _visible(sign: str) -> str:
    if sign.isprintable() and sign not in _UNSEEN:
        return sign
    return " " if sign.isspace() else ""
