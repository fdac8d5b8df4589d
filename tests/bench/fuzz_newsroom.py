"""The whole way of one input, from its bytes to what Slack and the command line get; what it comes to, in one word.

Every step checks what must hold whatever came in: an `AssertionError` here is a fault of the bot, and so is any
exception that is no `Refusal`.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from bot.articles import judge
from bot.articles.paste import pasted
from bot.articles.urls import links
from bot.articles.web import charset, kinds
from bot.articles.web.fetch import Page
from bot.errors import BadInput, BadUrl, Internal, Refusal
from bot.model import Article, Briefing, Digest, Question
from bot.newsdesk import read_page
from bot.storage.codec import Codec
from handlers import contract, record, render, schema
from handlers.views.digest import brief, digest, plain
from handlers.views.evidence import evidence
from tests import newsroom
from tests.fakes.slack import kit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Dossier, Evidence
    from handlers.views.message import Message
    from tests.bench.fuzz_inputs import Pasted, Sent

HOST = "news.example"
QUESTION = Question("Who said on Monday why the pier was closed?")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HALF = re.compile("[\ud800-\udfff]")
FULLEST, LONGEST_TEXT = 12_000, 4_000  # characters of a message's blocks and of its text that Slack takes


def page(sent: Sent) -> str:
    """What becomes of a fetched page: ``digest``, or the kind of refusal."""
    try:
        kinds.refuse_type(HOST, sent.content_type)
        kind = kinds.sniff(HOST, sent.content_type, sent.body)
    except Refusal as refusal:
        return refused(refusal)
    text = charset.decode(sent.body, kinds.charset_of(sent.content_type))
    return article(read_page(Page(sent.url, text, kind, private=False)))


def text(given: Pasted) -> str:
    """What becomes of a pasted text: it is kept as it was given, whatever it is."""
    try:
        published = record.when(given.published) if given.published else None
    except BadInput as refusal:
        return refused(refusal)
    read = pasted.read_text(given.text, given.title, published=published)
    assert read.clipped or read.text[read.body_start :] in HALF.sub("\ufffd", given.text)
    pasted.reads_like_article(given.text)
    return article(read)


def address(typed: str) -> str:
    """What becomes of an address: parsed, it is the same once more; and all links of the text are such ones."""
    for link in links.find(typed):
        assert links.parse(link.url).canonical == link.canonical
    try:
        link = links.parse(typed)
    except BadUrl as refusal:
        return refused(refusal)
    assert links.parse(link.url).url == link.url
    assert links.parse(link.canonical).canonical == link.canonical
    links.place(link), links.identity(link)
    return "link"


def article(read: Article) -> str:
    """Digested even where the desk refuses it: questions and countries are answered about any text."""
    outcome: str
    try:
        judge.check(read)
        outcome = "digest" if read.receipt.kind in {"full", "pasted"} else read.receipt.kind
        _kept(read)
    except Refusal as refusal:
        outcome = refused(refusal)
    assert read.receipt.words >= 0
    assert 0 <= read.body_start <= len(read.text)
    dossier = newsroom.editor().compile(read)
    _exact(dossier)
    _obeys({"id": 1, "article": contract.article(read), "digest": contract.digest(dossier.digest)})
    _obeys({"id": 1, "answer": contract.answer(newsroom.editor().answer(QUESTION, dossier))})
    _shown(Briefing(read.canonical_url or "text:0", read, dossier.digest))
    _kept(dossier.digest)
    return outcome


def refused(refusal: Refusal) -> str:
    """The kind of a refusal, whose sentence fits the contract."""
    assert not isinstance(refusal, Internal)
    _obeys({"id": 1, "error": contract.error(refusal)})
    return refusal.kind


def _kept(value: Article | Digest) -> None:
    codec: Codec[Any] = Codec(type(value))
    assert codec.decode(codec.encode(value)) == value


def _exact(dossier: Dossier) -> None:
    whole = dossier.article.text
    for words, found in _evidence(dossier.digest):
        assert whole[found.start : found.end] == found.words
        assert words in {None, found.words}
        assert found.words in found.sentence
        assert found.sentence in whole
    for token in dossier.reading.tokens:
        assert 0 <= token.start <= token.end <= len(whole)


def _evidence(found: Digest) -> Iterator[tuple[str | None, Evidence]]:
    """Words and evidence of everything in a digest; a country's or a source's name may stand otherwise in the text."""
    facts = (found.who, found.what, found.when, found.where, found.why, found.how, found.key_facts, found.figures)
    yield from ((fact.words, fact.evidence) for fact in (*(each for slot in facts for each in slot), *found.upcoming))
    yield from ((quote.words, quote.evidence) for quote in found.quotes)
    yield from ((None, country.evidence) for country in found.countries if country.evidence)
    yield from ((None, source.evidence) for source in found.sourcing)


def _obeys(item: dict[str, object]) -> None:
    line = contract.line(item)
    assert line.isprintable() or not CONTROLS.search(line)
    assert [fault.message for fault in _schema().iter_errors(json.loads(line))] == []


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema.output()))


def _shown(briefing: Briefing) -> None:
    for message in (digest(briefing), brief(briefing), plain(briefing)):
        _accepted(message)
    assert kit.view_faults(evidence(briefing.article, briefing.digest), "modal") == []
    assert not CONTROLS.search(render.digest(briefing.article, briefing.digest))


def _accepted(message: Message) -> None:
    blocks = list(message.blocks)
    assert kit.faults(blocks, "message") == [] or not blocks
    assert kit.length(blocks) <= FULLEST
    assert 0 < len(message.text) < LONGEST_TEXT
    json.dumps([message.text, blocks], allow_nan=False)
