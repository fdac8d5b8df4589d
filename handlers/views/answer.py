"""An answer as a message: its words bold, the sentence that it relies on, and where in which article that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.views import blocks, wording
from handlers.views.message import Block, Message, address, clean, escaped, linked
from handlers.views.shorten import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Answer, Article, Dossier, Evidence, Item

ASK = "ask"
SENTENCE, WORDS, ENTRY, OUTLET, ASKED = 600, 500, 150, 60, 150  # characters shown of each
MOST = 12  # items of a list
VERDICTS = {"yes": "Yes", "no": "No"}
SILENT = "The article does not say."
NEAREST = "Nearest:"


def ladder(answer: Answer, dossier: Dossier, asked: str = "") -> tuple[Message, ...]:
    """The answer as laid out for a channel, and in words alone; ``asked`` is the question, where nobody typed it."""
    place = _place(answer, dossier)
    said = "\n".join((*_aloud(answer), place))
    above = (blocks.context(f"_{escaped(clip(clean(asked), ASKED))}_"),) if asked else ()
    return Message(said, (*above, *_laid_out(answer), *((blocks.context(place),) if place else ()))), Message(said)


def _laid_out(answer: Answer) -> Iterator[Block]:
    if answer.items:
        shown = answer.items[:MOST]
        yield blocks.rich(blocks.bullets(*(blocks.paragraph(*_item(each, shown)) for each in shown)))
        if more := len(answer.items) - MOST:
            yield from (blocks.context(f"_and {more} more_"),) if more > 0 else ()
    elif answer.answerable:
        yield blocks.rich(blocks.paragraph(blocks.bold(_headline(answer))))
    else:
        nearest = f"{SILENT} {NEAREST}" if answer.evidence else SILENT
        yield blocks.rich(blocks.paragraph(blocks.text(nearest)))
    if quoted := _quoted(answer):
        yield blocks.rich(blocks.quotation(blocks.text(quoted)))


def _item(item: Item, shown: tuple[Item, ...]) -> Iterator[Block]:
    """An entry, with its sentence unless all stand in one, which is then shown once below."""
    yield blocks.bold(clip(clean(item.words), ENTRY))
    sentence = clip(clean(item.evidence.sentence), ENTRY * 2)
    if not _together(shown) and sentence != clean(item.words):
        yield blocks.text(f" — {sentence}")


def _together(items: tuple[Item, ...]) -> bool:
    return len({item.evidence.sentence for item in items}) == 1


def _headline(answer: Answer) -> str:
    verdict, words = VERDICTS.get(answer.verdict or "", ""), clip(clean(answer.words), WORDS)
    return ": ".join(part for part in (verdict, words) if part)


def _quoted(answer: Answer) -> str:
    """The sentence below the answer; none where it is the answer, or the entries of a list have their own."""
    if answer.items and not _together(answer.items[:MOST]):
        return ""
    first = _first(answer)
    sentence = clip(clean(first.sentence), SENTENCE) if first else ""
    return "" if sentence == clean(answer.words) else sentence


def _aloud(answer: Answer) -> Iterator[str]:
    """What a screen reader says: the same in markup."""
    if answer.items:
        yield from (f"• *{escaped(clip(clean(each.words), ENTRY))}*" for each in answer.items[:MOST])
    elif answer.answerable:
        yield f"*{escaped(_headline(answer))}*"
    else:
        yield f"{SILENT} {NEAREST}" if answer.evidence else SILENT
    if quoted := _quoted(answer):
        yield f"> {escaped(quoted)}"


def _first(answer: Answer) -> Evidence | None:
    return next(iter((*answer.evidence, *(item.evidence for item in answer.items))), None)


def _place(answer: Answer, dossier: Dossier) -> str:
    """Where it stands: in which sentence, of which outlet's article, of which day."""
    article, first = dossier.article, _first(answer)
    day = wording.day(article.published, weekday=True) if article.published else ""
    parts = (standing(first.start, dossier) if first else "", _outlet(article), day)
    return " · ".join(part for part in parts if part)


def standing(offset: int, dossier: Dossier) -> str:
    """Which sentence an offset stands in, as readers count them: those of the body, or the headline."""
    article = dossier.article
    if offset < article.body_start:
        return "headline"
    body = [span for span in dossier.reading.sentences if span.start >= article.body_start]
    number = sum(span.start <= offset for span in body)
    return f"sentence {max(1, number)} of {len(body)}" if body else ""


def _outlet(article: Article) -> str:
    target, name = address(article.url), clip(clean(article.site), OUTLET)
    if target is None:
        return escaped(name) or "pasted text"
    return linked(article.url, escaped(name)) if name else linked(article.url)
