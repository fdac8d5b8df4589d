"""Whatever is in a digest, Slack takes the message, and nobody is called by it."""

from __future__ import annotations

import json
import math
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Briefing, Digest, Fact, Source
from handlers.views import names
from handlers.views.digest import brief, digest, plain
from handlers.views.evidence import evidence
from handlers.views.leaning import leans
from handlers.views.message import Message, clean, escaped
from handlers.views.shorten import sentences, shorten, undated
from tests.fakes.slack import kit
from tests.handlers.views import builders as b

NASTY = (
    "<!channel> <@U0123456789> <#C0123456789|general> <!subteam^S012|all> <!date^1392734382^{date}|now> "
    "<https://evil.example|your bank> *b* _i_ ~s~ `c` ```\n> q &lt;&amp; :tada: @here \u202eevil\u202c zero\u200bwidth "
)
ANGLED = re.compile(r"<([^<>]*)>")


def everything(words: str, many: int = 100) -> Briefing:
    """A briefing in which every text that comes from a page is this one, and every list is long."""
    texts = tuple(f"{number} {words}" for number in range(many))
    text = "\n".join(texts)
    facts = {
        slot: tuple(
            Fact("key", each, b.evidence(each, text, each), each, "reported", role=each, date=each if number else None)
            for number, each in enumerate(texts)
        )
        for slot in ("who", "what", "when", "where", "why", "how", "key_facts", "figures", "upcoming")
    }
    kept = Digest(
        version="v" * 16,
        headline=words,
        quotes=tuple(b.said(each, each, each, text) for each in texts),
        countries=tuple(b.country("KE", each, text=text) for each in texts),
        sourcing=tuple(Source(each, "anonymous", b.evidence(each, text, each)) for each in texts),
        **facts,
    )
    return b.briefing(kept, b.article(text, site=words, title=words, published=words), identity=words)


def accepted(message: Message) -> None:
    """Slack takes it, whole."""
    blocks = list(message.blocks)
    assert kit.faults(blocks, "message") == [] or not blocks
    assert kit.length(blocks) <= 12_000
    assert 0 < len(message.text) < 4000
    assert json.loads(json.dumps(blocks).encode()) == blocks


def harmless(value: Any) -> None:
    """Only our own links to http(s) are in markup, under their own host, and no inline element calls anybody."""
    if isinstance(value, str):
        for inner in ANGLED.findall(value):
            assert re.fullmatch(r"https?://([^/|]+)[^|]*\|\1", inner.replace("www.", "")), inner
    elif isinstance(value, list | tuple):
        for item in value:
            harmless(item)
    elif isinstance(value, dict):
        assert value.get("type") not in {"user", "usergroup", "channel", "broadcast", "link", "date", "emoji"}
        literal = value.get("type") in {"plain_text", "text"}
        for name, inner in value.items():
            if not (literal and name == "text") and name not in {"value", "accessibility_label", "private_metadata"}:
                harmless(inner)


@pytest.mark.parametrize(
    "words",
    [
        "word " * 1000,
        "unbroken" * 625,
        "& < > " * 800,
        NASTY * 30,
        "“" * 5000,
        "a, b; c — d (e), which f, " * 200,
        "\u200b",
    ],
)
def test_the_longest_inputs_stay_valid_slack_messages(words: str) -> None:
    """Sentences of 5,000 characters, a hundred of everything, nothing but signs: accepted in every form."""
    briefing = everything(words)
    for message in (digest(briefing), brief(briefing), plain(briefing)):
        accepted(message)
    view = evidence(briefing.article, briefing.digest)
    assert kit.view_faults(view, "modal") == []
    assert len(json.dumps(view)) < 250_000


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("<>&@#!|*_~`: \n()—,;.“”aZ\u202e\u200b\x00\ud800\U0001f1f0")) | st.text(), st.integers(1, 3)
)
def test_any_text_is_accepted_and_calls_nobody(words: str, many: int) -> None:
    """No text that a page could hold makes Slack refuse the message, or makes it a mention or a link."""
    briefing = everything(words, many)
    for message in (digest(briefing), brief(briefing), plain(briefing)):
        accepted(message)
        harmless([message.text, *message.blocks])
    view = evidence(briefing.article, briefing.digest)
    assert kit.view_faults(view, "modal") == []
    harmless(view)


@pytest.mark.parametrize(
    "bait",
    [
        "(a) ",
        " — a",
        ", which a",
        ":a",
        "_ ",
        "“",
        "e\u0301\u0301\u0301",
        "(",
        "a,",
        "<@U1>",
        "\u200b",
        ": ",
        "'",
        "A-",
        "A ",
        "A. ",
        "per ",
        "a’",
    ],
)
def test_no_pattern_is_slow(bait: str) -> None:
    """200 kB of one sign after another are read in under a second."""
    words = bait * (200_000 // len(bait))
    started = time.perf_counter()
    shorten(clean(words), 300)
    escaped(words)
    sentences(words)
    undated(words)
    leans("Rossi declined", (), words)
    names.telling(words)
    assert time.perf_counter() - started < 1


def test_hostile_pages_call_nobody() -> None:
    """Mentions, broadcasts, dates, links and formats of a page are shown as the words that they are."""
    briefing = everything(NASTY)
    for message in (digest(briefing), brief(briefing), plain(briefing)):
        harmless([message.text, *message.blocks])
        assert not set("\u202e\u202c\u200b") & set("".join((message.text, *b.lines(message.blocks))))


def test_a_rich_digest_fits_a_screen() -> None:
    """About 20 lines of 110 characters where every sentence is long, every list full and every claimant named."""
    claim = "Several hundred people crossed the bridge on the first morning, and a ferry took their cars over the lake"
    texts = tuple(f"{claim} for the {number}th time after the road was closed." for number in range(9))
    text = " ".join(texts)
    facts = tuple(Fact("key", each, b.evidence(each, text, each), "the police", "reported") for each in texts)
    kept = b.digest(
        who=tuple(b.fact("who", f"Person Number {number}", role="the minister of works") for number in range(4)),
        what=facts[:1],
        why=(b.fact("why", "to let people reach the market on the other side", attribution="Person Number 1"),),
        key_facts=facts[1:5],
        upcoming=facts[5:7],
        quotes=tuple(b.said(each, "Person Number One", text=text) for each in texts[7:]),
    )
    lines = b.lines(digest(b.briefing(kept)).blocks)
    assert 16 <= sum(math.ceil(len(line) / 110) for line in lines) <= 22
