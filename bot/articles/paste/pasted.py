"""A pasted text becomes an Article as it is; and which pastes read like an article. Pure, and light to import."""

from __future__ import annotations

import re

from bot.articles.paste import paragraphs, passages, preamble
from bot.articles.prose.text import MOST_CHARACTERS, clip, join
from bot.model import Article, Receipt

LEAST_WORDS = 120
"""Of running sentences: a shorter text in a channel is a message, not an article."""

_QUOTE = re.compile(r"^[ \t]*(?:>|&gt;)[ \t]?", re.MULTILINE)  # as Slack shows what somebody quotes
_DOT = re.compile(
    r"(?<=\d)\.(?=\d)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|Lt|St|Co|No))\.|(?<=\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Inc|Ltd|Jan"
    r"|Feb|Aug|Oct"
    r"|Nov|Dec))\.|(?<=\b(?:Sept|Corp))\."
)  # a full stop that ends no sentence
_SENTENCE = re.compile(r"[A-Z“\"‘'(][^.!?\n]{25,400}[.!?][\"'”’)]*(?=\s|\Z)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CHATTY = re.compile(
    r"\b(?:I|I[’']m|I[’']ll|I[’']ve|[Mm]e|[Mm]y|[Ww]e|[Ww]e[’']re|us|[Oo]ur|[Yy]ou|[Yy]our|[Yy]ou[’']re|[Hh]i"
    r"|[Hh]ey|[Hh]ello|[Tt]hanks"
    r"|[Pp]lease|lol|pls|fyi|FYI|guys|[Ll]et[’']s|btw|i|i[’']m)\b"
)
_NO_PROSE = re.compile(
    r"[{};]\s*$|^\s*(?:SELECT|INSERT|FROM|#include|\$|>>>|#)[\s(]|^\s*(?:def|class|const|let|var|function"
    r"|import) \w+[.(:={ ]?"
    r"|^\s*(?:from \S+ import|return \S*[\[(;]|(?:if|for|while)\b.*[:{]\s*$|(?:if|for|while)\s?\(|(?:public"
    r"|private) \w+ \w+[ (=;])"
    r"|^\s*\d+[.)]\s|^\s*\S+\s*[=:]\s*\S+\s*$|^\s*(?:\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d)|^\s*at \S+\("
    r"|^\s*\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d"
    r"|\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|Traceback)\b"
    r"|</?\w+[^>]{0,99}>|^\s*\|",
)
_ITEM = re.compile(r"^\s*[-*•·▪–]\s")
_ATTRIBUTION = re.compile(
    r"\b(?:said|says|told|according to|(?:announced|confirmed|warned|denied|claimed|insisted|revealed) (?:that|on"
    r"|in|by|the|it)"
    r"|reported(?: that| on|,|\.)|(?<=, )(?:he|she|it|they|[a-z]+) added|added that|added\.|declined to comment)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|(?:last|this) (?:week|month|weekend|year)|last night"
    r"|(?:early|late|earlier|later) (?:this|on|in) \w+|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\. \d"
    r"|(?:in|since|until|by|of) (?:january|february|march|april|june|july|august|september|october|november|december)"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december) \d"
    r"|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december))",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:officials?|spokes(?:man|woman|person)|ministers?|ministry|president|police|government|court|judge|army"
    r"|parliament|senate"
    r"|mayor|governor|prosecutors?|authorities|company|shares|analysts?|victims?|chairman|chief executive)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,’'-]{3,60}(?:[\w .,’']{0,40})(?:\([A-Z][\w ]{1,20}\) ?)?[—–-]{1,2} [A-Z“\"]", re.MULTILINE
)
_APPEAL = re.compile(
    r"\b(?:(?:successful|ideal) candidate|candidates (?:who|with)|applicants|curriculum vitae|requirements:"
    r"|free trial|book a demo"
    r"|rsvp|action items|minutes of|apologies:|kind regards|best regards|sincerely|dear (?:all|team|colleagues)"
    r"|equal opportunity)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_QUOTED = re.compile(r"[“\"][^”\"\n]{1,600}[”\"]|(?<!\w)[‘'][^’'\n]{20,400}[’'](?!\w)")
_MOST_CHAT, _MOST_ODD_LINES, _LEAST_RUNNING, _LEAST_SENTENCES = 0.03, 0.2, 0.6, 5
_MOST_LISTED, _MOST_QUESTIONS, _LEAST_NAMES, _LEAST_ATTRIBUTIONS, _MOST_NEEDED, _A_SOURCE_IN = 0.35, 0.2, 3, 2, 3, 150
_LEAST_OFFICES = 4
_SHOUTED = 0.6  # of the letters: a text in capitals has no names to tell by
_HALF = re.compile("[\ud800-\udfff]")  # half a character, which no store takes
_LINE_START = 200  # characters of a line that tell what it is


def read_text(
    text: str,
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
    sent: str | None = None,
) -> Article:
    """Keep a given text exactly, up to the limit; the title goes on top where the text doesn't start with it.

    Without a given title the headline that plainly stands above the story counts as one; it stays where it is. What is
    blank, or all of the text, is no title. Authors, outlet and date are taken from the lines above and below the story
    where they are plain. A given date wins over a stated one, and that over the day on which the paste was ``sent``.
    """
    from bot.articles.about import language, metadata

    title = title and _HALF.sub("\N{REPLACEMENT CHARACTER}", title)
    body, clipped = clip(_HALF.sub("\N{REPLACEMENT CHARACTER}", text), MOST_CHARACTERS)
    said = preamble.read(paragraphs.of(body))
    given = title if title and title.strip() not in {"", body.strip()} else None
    title = given or said.title
    whole, body_start = join(title, body) if given or body.startswith(title or "\n") else (body, 0)
    return Article(
        url=url,
        canonical_url=metadata.identity_of(url),
        site=metadata.domain_of(url) or said.site or metadata.domain_of(said.address),
        title=title,
        authors=said.authors,
        published=published or said.published or sent,
        language=language.of(whole),
        text=whole,
        receipt=Receipt("pasted", len(whole[body_start:].split())),
        body_start=body_start,
        clipped=clipped,
        foreign=tuple(
            (left + len(whole) - len(body), right + len(whole) - len(body)) for left, right in passages.foreign(body)
        ),
    )


def reads_like_article(text: str) -> bool:
    """Whether a paste is a report: running sentences in the third person, not chat, code, a list or a log.

    Strict, for texts that nobody asked about: several times somebody is said to have said something, a day is named,
    and persons or places; there is hardly any "I", "we" and "you" outside quotations, and hardly a question; most of
    its words stand in whole sentences.
    """
    start = _unquoted(text[:20_000])
    if len(_WORD.findall(start)) < LEAST_WORDS or not _is_prose(start):
        return False
    running = "\n".join(paragraph.words for paragraph in paragraphs.of(start))
    words = len(_WORD.findall(running))
    sentences = _SENTENCE.findall(_DOT.sub("", running))
    if len(sentences) < _LEAST_SENTENCES or sum(map(_length, sentences)) < _LEAST_RUNNING * words:
        return False
    if sum(sentence.endswith("?") for sentence in sentences) > _MOST_QUESTIONS * len(sentences):
        return False
    return _is_told(_QUOTED.sub(" ", running), words)


def _unquoted(text: str) -> str:
    """The text without the marks that Slack and mail programs put before each line of a quotation."""
    rows = [row for row in text.split("\n") if row.strip()]
    quoted = sum(bool(_QUOTE.match(row)) for row in rows)
    return _QUOTE.sub("", text) if 2 * quoted > len(rows) else text


def _is_prose(text: str) -> bool:
    """Whether few lines are code, logs, chat or numbered points, and few characters stand in lists."""
    rows = [row for row in text.split("\n") if row.strip()]
    odd = sum(bool(_NO_PROSE.search(row[:_LINE_START])) for row in rows)
    listed = sum(len(row) for row in rows if _ITEM.match(row))
    return odd <= _MOST_ODD_LINES * len(rows) and listed <= _MOST_LISTED * sum(map(len, rows))


def _is_told(told: str, words: int) -> bool:
    """Whether a text, without its quotations, tells what others said and when, and who they are."""
    letters = sum(map(str.isalpha, told))
    shouted = sum(map(str.isupper, told)) > _SHOUTED * letters
    chat = _CHATTY.findall(told.replace("US", "").lower() if shouted else told)
    attributions = (
        len(_ATTRIBUTION.findall(told)) + (len(_OFFICE.findall(told)) >= _LEAST_OFFICES) + bool(_DATELINE.search(told))
    )
    if _APPEAL.search(told):
        return False
    if len(chat) > _MOST_CHAT * words or attributions < min(
        _MOST_NEEDED, max(_LEAST_ATTRIBUTIONS, words // _A_SOURCE_IN)
    ):
        return False
    return bool(_DAY.search(told)) and (shouted or len(set(_NAME.findall(told))) >= _LEAST_NAMES)


def _length(sentence: str) -> int:
    return len(_WORD.findall(sentence))
