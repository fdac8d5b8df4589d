"""Who made a report or a picture, who owns it and when it was put up: lines around a story, never of it. Pure."""

from __future__ import annotations

import re

from bot.articles.prose.text import SENTENCE_END

_TAIL = 120  # characters at the end of a caption in which its credit stands

_AGENCIES = (
    r"(?:reuters|ap|afp|a[fn]i|pti|ians|upi|dpa|efe|ansa|tass|xinhua|kyodo|yonhap|bernama|antara|nan|gna|kna|aap|pa"
    r"|bloomberg|bna|apa"
    r"|associated press|the associated press|press association|press trust of india|canadian press"
    r"|the canadian press|agencies|agency"
    r"|wires?|getty(?: images)?|shutterstock|alamy|epa(?:-efe)?|zuma(?: press)?|imago|unsplash|pixabay|istock"
    r"|twitter|instagram)"
)
_PICTURE = (
    r"(?:photo(?:graph|grapher)?|image|video|graphic|picture|pic|illustration|screen ?(?:shot|grab)"
    r"|screengrab|cover|infographic)s?"
)
_MAKING = r"(?:reporting|writing|editing|research|photography|production|translation)"

# What is never of the story, whether or not it ends as a sentence does.
_SURE = re.compile(
    rf"\W{{0,3}}(?:(?:file |stock |cover |main |lead |featured |top )?{_PICTURE}"
    r"(?: (?:credits?|sources?|courtesy|captions?|copyright)(?:\s*[:,/©|]| of (?-i:[A-Z]))|\s*[:/©|]\s*(?-i:[A-Z]))"
    r"|(?:credits?|courtesy)\s?:\s?(?-i:[A-Z])|copyright\s?(?:©|\(c\)|:|\d{4})|©|\(c\) ?\d"
    r"|file (?:photo|picture|image|pic)\b|file\s?[-–—:]\s?(?-i:[A-Z])|getty images(?!.{60})|reuters/"
    r"|(?:ap|afp|pti|ani) photo\b"
    rf"|{_PICTURE} (?:is )?(?:used )?(?:for|only for) (?:representation|illustrat)\w*.{{0,30}}\Z"
    rf"|representati(?:onal|ve) (?:image|photo|picture|pic)\b.{{0,60}}\Z)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:image|media|video|photo) (?:captions?|copyright|source|credits?) (?-i:[A-Z])", re.IGNORECASE)
_CAPTION_WORDS = 14  # with a longer one and a full stop, the next sentence has run into it
_BEGINS = re.compile(
    rf"\W{{0,3}}(?:(?:additional |with |with additional )?{_MAKING}(?: and {_MAKING})?(?: by\b|:) ?(?-i:[A-Z])"
    r"|(?:written|edited|compiled|translated|produced|contributed|posted|published|video|interview|words"
    r"|text)(?: and \w+)? ?(?:by\b:?|:) ?(?-i:[A-Z])"
    rf"|{_PICTURE} (?:by|via|from|courtesy) (?-i:[A-Z])|courtesy (?:of )?(?-i:[A-Z])|courtesy photo"
    r"|copyright (?:by )?(?-i:[A-Z])[\w .]{0,40}(?:\Z|\b\d{4}\b)|\(c\) (?-i:[A-Z])"
    rf"|{_PICTURE}\W*\Z)",
    re.IGNORECASE,
)
_SMALL = re.compile(
    rf"\b(?:by|for|of|via|the|and|in|at|on|from|with|to|a|an|de|van|von|{_MAKING}|{_PICTURE}|written|edited"
    rf"|compiled|translated"
    r"|produced|contributed|posted|published|additional|courtesy|copyright|interview|words|text)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"\b[a-z]{2,}")
_ENDS = re.compile(
    r"(?:\((?:photo |image |picture |file )?(?:credit|courtesy|photo|image|pic|picture|file)s?\b[^()]{0,80}\)"
    r"|getty images|shutterstock"
    rf"|/(?:ap|afp|reuters|getty)|©[^©]{{1,40}}|[.!?|,]?\s(?:photo|picture|image|pic"
    rf"|photograph)(?: credit)?s?\s?: ?(?-i:[A-Z])[^.:]{{1,50}}"
    rf"|\[(?:photo by )?(?-i:[A-Z])[^\[\]]{{1,40}}[/,] ?(?:{_AGENCIES}|(?-i:[A-Z])[\w ]{{1,30}})\]"
    rf"|\breuters/(?-i:[A-Z])[^.]{{1,60}}"
    rf"|\A(?-i:[A-Z])[\w.’' -]{{3,40}} ?[/|] ?{_AGENCIES})\W*\Z",
    re.IGNORECASE,
)
_INPUTS = re.compile(
    rf"\W{{0,4}}(?:with |based on )?(?:additional |agency |some |{_AGENCIES} )?(?:inputs?|files|reports?|reporting)"
    r"(?: (?:from|by) (?-i:[A-Z]|agencies|wires?).{0,60})?\W*",
    re.IGNORECASE,
)
_AGENCY = re.compile(rf"\W{{0,4}}(?:with )?{_AGENCIES}(?: ?[/,&] ?{_AGENCIES})*(?: photos?| pics?)?\W*", re.IGNORECASE)
_INPUTS_START = re.compile(r"\W{0,4}(?:with|based on|agency|additional|inputs|[A-Z]{2,5} inputs)\b", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:first |last |originally |article |story )?(?:published|updated|posted|modified|created|uploaded"
    r"|printed)(?: on| at)?"
    r"(?: ?:)?(?= .*\d))",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?"
    r"|fri|satur|sat|sun)(?:day)?\b"
    r"|\d+(?:st|nd|rd|th)?|\b[ap]\.?m\b\.?|\b(?:[a-z]{1,2}[ds]?t|gmt|utc|et|pt)\b|\b(?:first |last )?(?:published"
    r"|updated|posted|modified"
    r"|uploaded|printed|created|originally|article|story|on|at|ago|min(?:ute)?s?|hours?|hrs?|days?|read|today"
    r"|yesterday)\b|[\W_]+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_credit(text: str) -> bool:
    """A credit of reporters or of a picture by how it begins, or the caption of a picture by how it ends.

    What begins like a credit, and has a verb and a full stop, is a sentence.
    """
    ends = bool(SENTENCE_END.search(text))
    if _SURE.match(text) or (_CAPTION.match(text) and (not ends or len(text.split()) <= _CAPTION_WORDS)):
        return True
    if _BEGINS.match(text) and not (ends and _LOWER.search(_SMALL.sub("", text))):
        return True
    return bool(_ENDS.search(text[-_TAIL:])) or is_agency(text)


def is_agency(text: str) -> bool:
    """A line that only says from which agencies a report is, such as “(With inputs from PTI)” or “— AP”."""
    return bool(_AGENCY.fullmatch(text) or (_INPUTS.fullmatch(text) and _INPUTS_START.match(text)))


def is_stamp(text: str) -> bool:
    """A line that only says when a page was put up or changed, such as “Updated: 4 March 2025 10:45 EAT”."""
    return bool(_STAMP.match(text)) and not _DATED.sub("", text)


def is_date(text: str) -> bool:
    """A line that is a date, at most with a time and how long it takes to read, such as “Tue 4 Mar 2025, 10:45 GMT”."""
    return bool(_YEAR.search(text)) and not _DATED.sub("", text)
