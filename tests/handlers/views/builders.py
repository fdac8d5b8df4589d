"""Hand-built briefings about made-up events, with evidence that stands where it says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.model import Article, Briefing, Country, Digest, Evidence, Fact, Quote, Receipt, Slot, Source, SourceKind
from handlers.views.message import Message

TITLE = "Kenya and Ethiopia reopen the Moyale crossing"
REOPENED = "Kenya and Ethiopia reopened the Moyale crossing on Tuesday after a nine-month closure."
LORRIES = "About 600 lorries were waiting on both sides, customs officials said."
PERMIT = "Drivers will need a single permit."
DOOR = "This is a door, not a wall."
REVIEW = "The two ministries will review the arrangement on 25 March."
BODY = " ".join(
    (
        REOPENED,
        "Amina Yusuf, Kenya's trade minister, said the step was meant “to restore trade worth $40 million a year”.",
        LORRIES,
        PERMIT,
        f"“{DOOR}” Dawit Bekele, head of Ethiopian customs, told state broadcaster EBC.",
        REVIEW,
    )
)
TEXT = f"{TITLE}\n{BODY}"
URL = "https://news.example.org/africa/moyale?id=1&page=2"


def evidence(words: str, text: str = TEXT, sentence: str | None = None) -> Evidence:
    """Where the words stand last in the text, within the piece between full stops around them."""
    start = max(text.rfind(words), 0)
    end = start + len(words)
    if sentence is None:
        first = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
        stop = text.find(". ", max(start, end - 1))
        sentence = text[first if first > 1 else 0 : stop + 1 if stop >= 0 else len(text)]
    return Evidence(start, end, words, sentence)


def fact(slot: Slot, words: str, text: str = TEXT, **more: Any) -> Fact:
    """A fact with its evidence in the text."""
    return Fact(slot, words, evidence(words, text), **more)


def said(words: str, speaker: str | None = None, via: str | None = None, text: str = TEXT) -> Quote:
    """A quotation."""
    return Quote(words, evidence(words, text), speaker, via)


def source(name: str, kind: SourceKind, text: str = TEXT) -> Source:
    """A source."""
    return Source(name, kind, evidence(name, text))


def country(code: str, name: str, *, about: bool = True, text: str = TEXT) -> Country:
    """A country of the article."""
    return Country(code, name, "actor", 0.5, about, evidence(name, text))


def article(text: str = TEXT, **more: Any) -> Article:
    """An article that was read in full."""
    fields: dict[str, Any] = {
        "url": URL,
        "canonical_url": "https://news.example.org/africa/moyale?id=1",
        "site": "Example Wire",
        "title": TITLE,
        "authors": (),
        "published": "2025-03-04T18:00:00+03:00",
        "language": "en",
        "text": text,
        "receipt": Receipt("full", 412),
    }
    return Article(**(fields | more))


def digest(**more: Any) -> Digest:
    """The digest of the made-up reopening of Moyale."""
    fields: dict[str, Any] = {
        "version": "0123456789abcdef",
        "headline": TITLE,
        "what": (fact("what", REOPENED),),
        "who": (
            fact("who", "Amina Yusuf", role="Kenya's trade minister"),
            fact("who", "Dawit Bekele", role="head of Ethiopian customs"),
        ),
        "when": (fact("when", "on Tuesday", date="2025-03-04"),),
        "where": (fact("where", "Moyale", country="KE"),),
        "why": (fact("why", "to restore trade worth $40 million a year", attribution="Yusuf", certainty="reported"),),
        "key_facts": (
            fact("key", REOPENED),
            fact("key", LORRIES, attribution="customs officials", certainty="reported"),
            fact("key", PERMIT),
            fact("key", REVIEW),
        ),
        "quotes": (
            said("to restore trade worth $40 million a year", "Amina Yusuf"),
            said(DOOR, "Dawit Bekele", "state broadcaster EBC"),
        ),
        "upcoming": (fact("upcoming", REVIEW, date="2025-03-25"),),
        "countries": (
            country("KE", "Kenya"),
            country("ET", "Ethiopia"),
            country("DJ", "Djibouti", about=False),
        ),
        "sourcing": (source("customs officials", "anonymous"), source("EBC", "state_media")),
    }
    return Digest(**(fields | more))


def briefing(kept: Digest | None = None, read: Article | None = None, identity: str = URL) -> Briefing:
    """What the newsroom hands over."""
    return Briefing(identity, read or article(), kept or digest())


def lines(blocks: Iterable[dict[str, Any]]) -> list[str]:
    """What a reader sees, a line each: bold as *…*, bullets as •, quotations as |, buttons in brackets."""
    return [line for block in blocks for line in _block(block)]


def _block(block: dict[str, Any]) -> list[str]:
    kind = block["type"]
    if kind == "rich_text":
        return [line for part in block["elements"] for line in _part(part)]
    if kind == "actions":
        return ["  ".join(f"[ {button['text']['text']} ]" for button in block["elements"])]
    texts = block["elements"] if kind == "context" else [block["text"]]
    return [line for text in texts for line in text["text"].split("\n")]


def _part(part: dict[str, Any]) -> list[str]:
    if part["type"] == "rich_text_list":
        return [f" • {line}" for item in part["elements"] for line in _part(item)]
    words = "".join(map(_inline, part["elements"])).split("\n")
    return [f" | {line}" for line in words] if part["type"] == "rich_text_quote" else words


def _inline(element: dict[str, Any]) -> str:
    words = str(element["text"])
    return f"*{words}*" if element.get("style", {}).get("bold") else words


def row(message: Message) -> list[dict[str, Any]]:
    """The first row of buttons."""
    return next(list(block["elements"]) for block in message.blocks if block["type"] == "actions")


def button(message: Message, action: str) -> dict[str, Any]:
    """The button of this action."""
    rows = (block["elements"] for block in message.blocks if block["type"] == "actions")
    return next(each for row in rows for each in row if each["action_id"] == action)


def said_before_buttons(message: Message) -> str:
    """The last line above all rows of buttons."""
    return lines([block for block in message.blocks if block["type"] != "actions"])[-1]
