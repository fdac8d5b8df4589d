"""Headings, subheads and captions that a page ran into its sentences: text in, offsets and spans out.

A heading in capitals, a subhead in quotation marks, the label over links to other stories and a caption with its credit
have no full stop. What is set off so is no evidence, and the sentence behind it begins anew. A pattern is tried only
where a cheap hint stands; all are bounded, so that bait costs linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Span = tuple[int, int]
    Starts = Callable[[], Sequence[int]]

CAPTION = 300  # characters of a caption at most
LINKS = 1_500  # characters of a list of other stories at most
LONG = 4  # letters: shorter words in capitals are rather acronyms
DATES = 3  # of a timeline at least
_SHOUT = r"['‘\"“]?[A-Z][A-Z'’&-]{0,30}['’\"”]?[,:?!]?"
_BEHIND = r"(?= ['‘\"“(]?(?:[A-Z][a-z][\w'’.-]*|A|I) )"
# "… in Marbach THE BRIDGE IN FIGURES The bridge was …": three words in capitals or more.
_HEADING = re.compile(rf"(?<=[\w.!?)'\"’”…] ){_SHOUT}(?: {_SHOUT}){{2,20}}{_BEHIND}")
# "… she said. ADA HOLM The minister …": two, at a sentence's beginning.
_NAME = re.compile(r"(?<=[.!?'\"’”] )(?<![A-Z]\. )[A-Z]{3,20} [A-Z]{3,20}(?= [A-Z][a-z]+ )")
# "… arrested. 'Heavy damage' A spokesman …": no sentence of a story begins so, unless somebody says it.
_SUBHEAD = re.compile(
    r"(?<=[.!?'\"’”)] )['\"‘“](?=[^'\"‘“’”]{0,40} (?!the|and|for|with|from|into|over)[a-z]{3})"
    r"[A-Z][^'\"‘“’”.,!?\n]{3,40}\??['\"’”](?= [A-Z])"
)
_SAYS = "said|says|told|tells|adds?|added|asks?|asked|wanted|wrote|writes|tweeted|replied|insisted|claimed|explained"
_SAID = re.compile(rf" (?:(?!The|An)[A-Z][a-z.]+(?: [\w.’'-]+){{0,2}}? (?:{_SAYS})\b|(?:I|You|We)\b)")
_ASKED = re.compile(rf"\b(?:{_SAYS})\. $")
# "… related to Brexit Ada Holm Ada Holm from …": whose words they were, and the next sentence.
_TWICE = re.compile(r"\b(?P<name>(?:[A-Z][\w'’-]{1,20} ){2,3})(?=(?P=name))")
# "… in the city of Marbach AT least two people …": the words with which a paper begins its story.
_LARGE = re.compile(r"(?<=[a-z] )(?:AT|THE|AN|ON|FOR|TWO|THREE|MORE|POLICE)(?= [a-z]{2})")
_DATE = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?)\.? \d{1,2}, \d{4}: (?=[A-Z])"
)
_LABEL = re.compile(
    r"\b(?:R(?:elated|ELATED) (?:[Ss]tories|STORIES|[Aa]rticles|ARTICLES|[Cc]ontent|CONTENT|[Cc]overage|[Ll]inks)"
    r"|M(?:ore|ORE) (?:[Gg]reat |GREAT )?(?:[Ss]tories|STORIES) (?:[Ff]rom|FROM)"
    r"|You (?:might|may) also like|Recommended (?:for you|stories|reading))\b:?"
)
# Where a sentence may begin behind a headline: behind its question mark, or with an opening mark.
_FRESH = re.compile(
    r"(?<=[?!] )(?=[A-Z])|(?<=[\w?!'’\"”)] )(?=[\"“][\"“'‘]?\w)"
    r"|(?<=[a-z\d'’\"”] )(?=(?:The|An?|In|On|At|But|He|She|It|They|His|Her|We|Mrs?|Ms) )"
)
# Whose a picture is stands behind its caption: "… at the scene (PA) Six", "… her speech. (Ada Holm/The Post) The".
_CREDIT = re.compile(
    r"(?<=[a-z\d] )\((?:(?:Facebook|Twitter|Instagram|PA|AP|AFP|EPA|Reuters|Getty(?: Images)?|Rex(?: Features)?|SWNS)|"
    r"(?P<body>[A-Z][\w.]+(?: [A-Z][\w.]+){1,4}))\)(?= (?:(?P<next>[A-Z][a-z]*)|[\"“]))"
    r"|(?:(?<=[.!?] )|(?<=[.!?][\"”’'] ))\((?:The [A-Z]\w+(?: [A-Z]\w+){0,3}|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}/(?:The )?[A-Z][\w ]{1,40})\)(?= [\"“‘']?[A-Z])"
)
# … or before it: "REUTERS Some of the bars …".
_SOURCE = re.compile(
    r"(?:(?<=[.!?\"”’'] )|^)(?:(?P<sure>USA TODAY(?! Sports| Network)|"
    r"REUTERS|GETTY(?: IMAGES)?|Getty(?: Images|(?! Images))|ALAMY|SWNS|WENN)|"
    r"PA|AP|AFP|EPA|REX)(?= [A-Z][a-z])",
    re.MULTILINE,
)
# Who is who in a picture.
_SIDE = re.compile(
    r"\((?:pictured )?(?:left|right)\)|\(pictured (?:left|right|above|below|far|cent(?:re|er))[^()\n]{0,20}\)"
)
_FULL_STOP = re.compile(r"(?<![.A-Z])\.[\"”’']?\s|\n|\Z")
_STOP = re.compile(
    r"(?:(?<=[\w)%\"”’'][\w)%\"”’'])(?<![A-Z][a-z])(?<!Gov|Sen|Rep)[.!?]|[.!?][\"”’'])[\"'”’)]?#? (?=[\"'“‘A-Z(\d])|\n"
)


def headings(text: str, body_start: int) -> Iterator[Span]:
    """Headings in capitals and subheads in quotation marks; sentences begin and end at both their sides."""
    for match in _HEADING.finditer(text, body_start):
        if _is_heading(text, match):
            yield match.span()
    yield from (match.span() for match in _NAME.finditer(text, body_start))
    for match in _SUBHEAD.finditer(text, body_start):
        asked = match[0][-2] == "?" and _ASKED.search(text, max(0, match.start() - 20), match.start())
        if not asked and not _SAID.match(text, match.end(), match.end() + 80):
            yield match.span()


def _is_heading(text: str, match: re.Match[str]) -> bool:
    """Words in capitals behind a full stop, or four of them behind a word that doesn't need them."""
    shouted = [word.strip("'‘’\"“”,:?!") for word in match[0].split()]
    if not any(len(word) >= LONG for word in shouted):
        return False
    before = text[max(0, match.start() - 30) : match.start() - 1].rsplit(maxsplit=1)[-1]
    stopped = not before[-1].isalnum()
    return stopped or (len(shouted) >= LONG and match[0][0].isalpha() and before not in words("openers_follow"))


def seams(text: str, body_start: int) -> Iterator[int]:
    """Offsets at which a sentence begins: behind a name that stands twice, at each date of a timeline, at capitals."""
    yield from (match.end() for match in _TWICE.finditer(text, body_start))
    yield from (match.start() for match in _LARGE.finditer(text, body_start))
    dates = [match.start() for match in _DATE.finditer(text, body_start)]
    yield from dates if len(dates) >= DATES else ()


def captions(text: str, body_start: int, starts: Starts) -> Iterator[Span]:
    """Captions that their credit or "(left)" gives away; ``starts`` gives offsets at which a sentence begins."""
    for match in _CREDIT.finditer(text, body_start):
        if _is_credit(text, match):
            left = _begin(text, match.start(), body_start, starts())
            yield (left, match.end()) if match.end() - left <= CAPTION else match.span()
    for match in _SIDE.finditer(text, body_start):
        left, right = _begin(text, match.start(), body_start, starts()), _end(text, match.end(), starts())
        yield (left, right) if right - left <= CAPTION else match.span()
    for match in _SOURCE.finditer(text, body_start):
        right = _end(text, match.end(), starts())
        loose = text[max(0, right - 3) : right].rstrip()[-1:].isalnum()
        if right - match.start() <= CAPTION and (match["sure"] or loose):
            yield match.start(), right


def _is_credit(text: str, match: re.Match[str]) -> bool:
    """No acronym of the name before it; a body's name only before a word that opens sentences."""
    if match["body"]:
        return match["next"] in words("openers")
    before = text[max(0, match.start() - 30) : match.start() - 1].rsplit(maxsplit=1)[-1]
    return not before[-1].isalnum() or before[0].islower() or before.isdigit()


def links(text: str, body_start: int, starts: Starts) -> Iterator[Span]:
    """Labels over other stories, each with the headlines on its line up to the last seam before a full stop."""
    done = 0
    for match in _LABEL.finditer(text, body_start):
        if match.start() < done:
            continue
        stop = _FULL_STOP.search(text, match.end(), match.end() + LINKS)
        right = _last_seam(text, match.end(), stop.start(), starts()) if stop else match.end()
        yield match.start(), right
        done = stop.start() if stop else min(len(text), match.end() + LINKS)


def _last_seam(text: str, left: int, right: int, starts: Sequence[int]) -> int:
    """Where the last sentence begins between two offsets, else the first of them."""
    fresh = [found.start() for found in _FRESH.finditer(text, left + 1, right)]
    free = [at for at in fresh if text[max(0, at - 20) : at].rsplit(maxsplit=1)[-1] not in words("openers_follow")]
    return max([left, *free, *starts[bisect_right(starts, left + 1) : bisect_right(starts, right)]])


def _begin(text: str, offset: int, body_start: int, starts: Sequence[int]) -> int:
    """Where the sentence begins that ends at an offset."""
    known = starts[bisect_right(starts, offset - 2) - 1] if starts and starts[0] <= offset - 2 else body_start
    first = max(body_start, known, offset - CAPTION - 1)
    stops = [found.end() for found in _STOP.finditer(text, first, offset - 2)]
    return stops[-1] if stops else first


def _end(text: str, offset: int, starts: Sequence[int]) -> int:
    """Where the sentence ends in which an offset lies."""
    following = bisect_right(starts, offset + 1)
    known = starts[following] if following < len(starts) else len(text)
    found = _STOP.search(text, offset, min(known, offset + CAPTION))
    return found.start() + 1 if found else known
