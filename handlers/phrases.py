"""The options of an order as people type them, before or behind the place: how fast, in which role, for whom (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Pace, Role

LONGEST = 1000  # characters that are looked through
EDGES = " \t\r\n,.;!?()[]{}\"'“”‘’„«»*_~`–—-|/\\"
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:", re.IGNORECASE)
_ENDING = re.compile(rf"{_SHORTCODE.pattern}$", re.IGNORECASE)
_CHANNEL = re.compile(r"<#([CGD][A-Z0-9]+)(?:\|[^<>]*)?>", re.IGNORECASE)
# Small words in small letters only: AS, AT, IN and TO are codes of countries.
_OF = r"(?:(?-i:on|in|as|with|by) )?(?:(?:a|the) )?"
_WHAT = r"(?: (?:roundups?|digests?|summary|basis|update))?"
_ROLE = r"(?:only )?(?:(?-i:as|when|where|if|in) )?(?:(?:it|they|one)(?:'s| is| are)? )?(?:(?:an?|the) )?"
_TO = r"(?:(?-i:in|for|to|from|by|at) )?"

PACES: dict[Pace, str] = {
    "instant": r"at once|instant(?:ly)?|immediate(?:ly)?|(?:right|straight) away|(?:in )?real[ -]?time|live|asap",
    "daily": rf"(?:once )?a day|(?:once )?(?:every|each|per) (?:day|morning)|{_OF}daily{_WHAT}",
    "weekly": rf"(?:once )?a week|(?:once )?(?:every|each|per) (?:week|monday)|on mondays?|{_OF}weekly{_WHAT}",
}
ROLES: dict[Role, str] = {
    "actor": rf"{_ROLE}(?:actors?|acts?|acting)(?: roles?)?",
    "target": rf"{_ROLE}(?:targets?|targeted)(?: roles?)?",
    "location": rf"{_ROLE}locations?(?: roles?)?|(?:only )?where it happens",
    "mentioned": r"(?:in )?(?:any|all)(?: (?:roles?|mentions?))?|mention(?:s|ed)?|anything|everything",
}
_HERE = rf"(?:for (?:us|everyone|everybody|all)(?: of us)? )?{_TO}(?:here|this channel)|(?:in|for) the channel|for us"
_ME = r"(?:(?:for|to|only|just|with) )+(?:me|myself)(?: alone| only)?"
_NOISE = (
    r"please|pls|thanks|thank you|too|also|only|again|any ?more|any longer|from now on|now|(?:turns|comes|shows) up|"
    r"happens"
)
_BEFORE = (
    r"(?:(?:the|all|any) )?(?:latest )?(?:news|articles?|stories|updates?|everything|anything|something)"
    r"(?: (?:about|on|from|of|in))?|(?-i:about|to|on|from)"
)
_LENGTH = r"(?:for )?(?P<count>an?|one|the|this|\d{1,3})? ?(?P<unit>days?|weeks?)|(?:for )?today|until tomorrow"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands behind the verb: the place, and the options that were named.

    ``reader`` is whom it is for: a channel's id, a channel's name behind ``#`` where Slack gave no id, ``here``,
    ``me``, or empty. ``days`` is 0 where none were named.
    """

    place: str
    pace: Pace | None = None
    role: Role | None = None
    reader: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """A phrase at either end of the words, and what it says.

    Attributes:
        words: a regular expression of the phrase.
        means: what is known with it.
        behind: the phrase at the end of a text, made of ``words``.
        before: the same at its beginning.
    """

    words: str
    means: Callable[[Typed, re.Match[str]], Typed]
    behind: re.Pattern[str] = field(init=False)
    before: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        found = re.compile(rf"(?:^|(?<=[\s,;:(\[–—-]))(?:{self.words})$", re.IGNORECASE)
        object.__setattr__(self, "behind", found)
        object.__setattr__(self, "before", re.compile(rf"(?:{self.words})(?=$|[\s,;:)\]–—-])", re.IGNORECASE))


def _paced(pace: Pace, typed: Typed, _: re.Match[str]) -> Typed:
    return replace(typed, pace=typed.pace or pace)


def _cast(role: Role, typed: Typed, _: re.Match[str]) -> Typed:
    return replace(typed, role=typed.role or role)


def _for(reader: str, typed: Typed, _: re.Match[str]) -> Typed:
    return replace(typed, reader=typed.reader or reader)


def _named(typed: Typed, found: re.Match[str]) -> Typed:
    channel = _CHANNEL.search(found[0])
    name = channel[1].upper() if channel else found[0][found[0].index("#") :]
    return replace(typed, reader=typed.reader or name)


def _lasting(typed: Typed, found: re.Match[str]) -> Typed:
    count = int(found["count"]) if (found["count"] or "").isdigit() else 1
    return replace(typed, days=count * (7 if (found["unit"] or "").lower().startswith("week") else 1))


def _silent(typed: Typed, _: re.Match[str]) -> Typed:
    return typed


_WHOM = (
    Option(rf"{_TO}{_CHANNEL.pattern}", _named),
    Option(rf"{_TO}#[^\s<>#,;]+", _named),
    Option(_HERE, partial(_for, "here")),
    Option(_ME, partial(_for, "me")),
)
_PACES = tuple(Option(words, partial(_paced, pace)) for pace, words in PACES.items())
_ROLES = tuple(Option(words, partial(_cast, role)) for role, words in ROLES.items())
_NOTHING, _DAYS = Option(_NOISE, _silent), Option(_LENGTH, _lasting)
_LEAD = re.compile(rf"(?:{_BEFORE})\s+", re.IGNORECASE)
FOLLOW, UNFOLLOW, REST = (*_WHOM, *_PACES, *_ROLES, _NOTHING), (*_WHOM, *_PACES, _NOTHING), (*_WHOM, _DAYS, _NOTHING)


def read(words: str, options: tuple[Option, ...]) -> Typed:
    """Take the options off both ends of the words, as long as there are any; what is left is the place."""
    text, typed = trimmed(words[:LONGEST]), Typed("")
    while text:
        if behind := _longest([(option, option.behind.search(text)) for option in options]):
            option, found = behind
            typed, text = option.means(typed, found), trimmed(text[: found.start()])
        elif lead := _LEAD.match(text):
            text = trimmed(text[lead.end() :])
        elif before := _longest([(option, option.before.match(text)) for option in options]):
            option, found = before
            typed, text = option.means(typed, found), trimmed(text[found.end() :])
        else:
            break
    return replace(typed, place=text)


def trimmed(words: str) -> str:
    """Without punctuation around it; an emoji keeps its colons."""
    before = ""
    while words != before:
        before, words = words, words.strip(EDGES)
        if words.startswith(":") and not _SHORTCODE.match(words):
            words = words[1:]
        if words.endswith(":") and not _ENDING.search(words):
            words = words[:-1]
    return words


def _longest(met: list[tuple[Option, re.Match[str] | None]]) -> tuple[Option, re.Match[str]] | None:
    """The option that takes most, and where."""
    found = [(option, match) for option, match in met if match and match[0].strip()]
    return max(found, key=lambda each: len(each[1][0])) if found else None
