"""The window behind "Show evidence": every shown fact within the sentence that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.views import blocks, wording
from handlers.views.message import Block, clean
from handlers.views.selection import Shown, select
from handlers.views.shorten import clip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Article, Digest, Evidence, Fact

TITLE = "Evidence"
LONGEST_METADATA = 3000
AROUND = 500  # characters shown on each side of a fact in a very long sentence
LONGEST_FACT = 1000
Row = tuple[str, str, "Evidence"]  # label, remark, evidence


def evidence(article: Article, digest: Digest) -> dict[str, Any]:
    """A modal view: label and remark, then the sentence with the fact's words in bold, as it stands in the article."""
    shown = select(digest, article)
    rows = [block for row in _rows(shown) for block in _row(article, *row)]
    metadata = f"{digest.version}|{article.canonical_url or ''}"
    return {
        "type": "modal",
        "callback_id": "evidence",
        "title": {"type": "plain_text", "text": TITLE},
        "close": {"type": "plain_text", "text": "Close"},
        "private_metadata": metadata if len(metadata) <= LONGEST_METADATA else digest.version,
        "blocks": [blocks.header(shown.headline or TITLE), *(rows or [_nothing()])],
    }


def _rows(shown: Shown) -> Iterable[Row]:
    singles = (("What happened", shown.what), ("Where", shown.place), ("When", shown.moment), ("Why", shown.why))
    lists = (("Who", shown.who), ("Key fact", shown.keys), ("Next", shown.upcoming))
    yield from ((label, _remark(fact), fact.evidence) for label, fact in singles if fact)
    yield from ((label, _remark(fact), fact.evidence) for label, facts in lists for fact in facts)
    for quote in (piece for saying in shown.quotes for piece in saying.pieces):
        yield "In their words", clip(clean(quote.speaker), wording.NAME), quote.evidence
    for source in shown.sources:
        yield "Source", source.kind.replace("_", " "), source.evidence
    for country in shown.countries:
        if country.evidence:
            yield wording.about(country), country.role, country.evidence


def _remark(fact: Fact) -> str:
    """Date, role, certainty and who claims it: what the sentence was taken to say."""
    claimant = clip(clean(fact.attribution), wording.NAME)
    parts = (
        wording.day(fact.date, weekday=True) if fact.date else "",
        clip(clean(fact.role), wording.NAME),
        fact.certainty,
        f"according to {claimant}" if claimant else "",
    )
    return " · ".join(part for part in parts if part)


def _row(article: Article, label: str, remark: str, found: Evidence) -> tuple[Block, ...]:
    before, words, after = _split(article, found)
    inline = [
        *([blocks.text(before)] if before.strip() else ()),
        blocks.bold(words),
        *([blocks.text(after)] if after.strip() else ()),
    ]
    return (
        blocks.rich(blocks.paragraph(blocks.bold(label), blocks.italic(f"  {remark}"))),
        blocks.rich(blocks.quotation(*inline)),
    )


def _split(article: Article, found: Evidence) -> tuple[str, str, str]:
    """The sentence before, at and after the fact, each cleaned, with the spaces between kept."""
    at = _place(article, found)
    if at < 0:
        return "", clip(clean(found.words), LONGEST_FACT) or "…", ""
    before, after = found.sentence[:at], found.sentence[at + len(found.words) :]
    head, tail = clean(before), clean(after)
    if len(head) > AROUND:
        head = "…" + head[-AROUND:].partition(" ")[2]
    head += " " * bool(before[-1:].isspace() and head)
    tail = " " * bool(after[:1].isspace() and tail) + clip(tail, AROUND)
    return head, clip(clean(found.words), LONGEST_FACT) or "…", tail


def _place(article: Article, found: Evidence) -> int:
    """Where in its sentence the fact begins: by the offsets where the text is at hand, else its first occurrence."""
    size = len(found.sentence)
    start = article.text.rfind(found.sentence, max(0, found.end - size), found.start + size)
    return found.start - start if start >= 0 else found.sentence.find(found.words)


def _nothing() -> Block:
    return blocks.section("The article states nothing that the digest shows.")
