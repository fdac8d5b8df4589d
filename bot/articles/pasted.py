"""A pasted text becomes an Article as it is; and which pastes read like an article. Pure, and light to import."""

from __future__ import annotations

import re

from bot.articles import paragraphs, preamble
from bot.articles.text import MOST_CHARACTERS, clip, join
from bot.model import Article, Receipt

LEAST_WORDS = 120
"""Of running sentences: a shorter text in a channel is a message, not an article."""

_SENTENCE = re.compile(r"[A-Z“\"‘'(][^.!?\n]{25,400}[.!?][\"'”’)]*(?=\s|\Z)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CHATTY = re.compile(
    r"\b(?:I|I[’']m|I[’']ll|I[’']ve|[Mm]e|[Mm]y|[Ww]e|[Ww]e[’']re|us|[Oo]ur|[Yy]ou|[Yy]our|[Yy]ou[’']re|[Hh]i|[Hh]ey|[Hh]ello|[Tt]hanks"
    r"|[Pp]lease|lol|pls|fyi|FYI|guys|[Ll]et[’']s|btw|i|i[’']m)\b"
)
_NO_PROSE = re.compile(
    r"[{};]\s*$|^\s*(?:def|class|import|from|return|if|for|while|const|let|var|function|public|private|SELECT"
    r"|INSERT|FROM|#include|\$|>>>|#)[\s(]"
    r"|^\s*(?:[-*•]|\d+[.)])\s|^\s*\S+\s*[=:]\s*\S+\s*$|^\s*(?:\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d)|^\s*at \S+\("
    r"|\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|Traceback)\b"
    r"|</?\w+[^>]{0,99}>|^\s*[|>]",
)
_REPORTING = re.compile(
    r"\b(?:said|says|told|according to|announced|reported|confirmed|added|officials?|spokes(?:man|woman"
    r"|person)|ministers?|president|police|government"
    r"|court|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^”\"\n]{1,600}[”\"]|(?<!\w)[‘'][^’'\n]{20,400}[’'](?!\w)")
_MOST_CHAT, _MOST_ODD_LINES, _LEAST_RUNNING, _LEAST_SENTENCES = 0.02, 0.2, 0.6, 5
_LINE_START = 200  # characters of a line that tell what it is
_TITLE = re.compile(r"\A(\S[^\n]{14,160})\n\s*[^\n]{80,}")


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
    from bot.articles import language, metadata

    body, clipped = clip(text, MOST_CHARACTERS)
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
    )


def reads_like_article(text: str) -> bool:
    """Whether a paste is a report: running sentences in the third person, not chat, code, a list or a log.

    Strict, for texts that nobody asked about: it needs the words of reporting (who said, when, which office), hardly
    any "I", "we" and "you" outside quotations, and most of its words in whole sentences.
    """
    start = text[:20_000]
    words = _WORD.findall(start)
    if len(words) < LEAST_WORDS:
        return False
    lines = [line for line in start.split("\n") if line.strip()]
    if sum(bool(_NO_PROSE.search(line[:_LINE_START])) for line in lines) > _MOST_ODD_LINES * len(lines):
        return False
    sentences = _SENTENCE.findall(start)
    running = sum(len(_WORD.findall(sentence)) for sentence in sentences)
    if len(sentences) < _LEAST_SENTENCES or running < _LEAST_RUNNING * len(words):
        return False
    told = _QUOTED.sub(" ", start)
    return len(_CHATTY.findall(told)) <= _MOST_CHAT * len(words) and len(_REPORTING.findall(told)) >= len(words) / 150


def _headline(text: str) -> str | None:
    """The first line, where it has no full stop and a paragraph follows it."""
    found = _TITLE.match(text)
    if not found or re.search(r"[.!?,;:…”\"’)\]]\s*\Z|\A\W*by\s", found[1], re.IGNORECASE) or len(found[1].split()) < 4:  # noqa: PLR2004
        return None
    return found[1].strip()
