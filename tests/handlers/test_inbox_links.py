"""Which links of a message are read, in which order, and each article once."""

from __future__ import annotations

from typing import Any

import pytest

from handlers import inbox, posted
from tests.handlers.payloads import BOT, CHANNEL, TEAM, event

A, B, C = "https://wire.example/a", "https://wire.example/b", "https://other.example/c"
OWN = "https://team.slack.com/archives/C1/p1741080000000000"
ASKING = f"<@{BOT}> "


def links(text: str, **fields: Any) -> tuple[str, ...]:
    """The links of a message in a channel, unasked unless it begins with a mention."""
    body = event(text=text, **fields)
    note = inbox.mention(body) if text.startswith(ASKING) else inbox.message(body)
    return note.links if note else ()


@pytest.mark.parametrize(
    "text",
    [
        f"<{A}> and once more <{A}>",
        f"<{A}?utm_source=mail> <{A}>",
        f"<{A}> <http://www.wire.example/a/>",
        f"<{A}> <https://m.wire.example/a/amp#top>",
        f"<{A}|the report> <{A}|another one>",
    ],
)
def test_two_links_to_one_article_are_one(text: str) -> None:
    """However they are spelled; the first is the one that is opened."""
    found = links(text)
    assert len(found) == 1
    assert found[0].startswith(A)


def test_the_first_five_articles_are_read_in_their_order() -> None:
    """Repetitions do not use up a place."""
    text = " ".join(f"<https://wire.example/{n}> <https://www.wire.example/{n}/>" for n in (3, 1, 4, 5, 9, 2, 6))
    assert links(text) == tuple(f"https://wire.example/{n}" for n in (3, 1, 4, 5, 9))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"<{A}|https://bank.example/>", (A,)),
        (f"<{A}|wire.example>", (A,)),
        (f"&gt; <{A}>\n&gt; said somebody\nso what?", (A,)),
        (f"&gt;&gt;&gt; <{A}>\n<{B}>", (A, B)),
        (f"• <{A}>\n• <{B}>", (A, B)),
        (f"*<{A}>* _<{B}|b>_ ~<{C}>~", (A, B, C)),
        ("<https://wire.example/?a=1&amp;copy=2>", ("https://wire.example/?a=1&copy=2",)),
        ("<https://slack.com/blog/news/a-story>", ("https://slack.com/blog/news/a-story",)),
        (f"<{OWN}> <https://files.slack.com/x> <https://slack-files.com/T1-F1-abc>", ()),
        (f"`<{A}>`", ()),
        (f"```\ncurl <{A}>\n```", ()),
        (f"```curl <{A}>``` but read <{B}>", (B,)),
        (f"`curl <{A}> -o x` but read <{B}> and `<{C}>`", (B,)),
        (f"it`s <{A}> that`s good", (A,)),
        (f"``` <{A}>", (A,)),
        ("<mailto:a@wire.example|a@wire.example> <tel:1>", ()),
    ],
)
def test_links_of_a_text(text: str, found: tuple[str, ...]) -> None:
    """Where a link leads counts, not its label; quotes are read, code is not, and a stray backtick makes none."""
    assert links(text) == found


def test_links_in_code_are_read_where_somebody_asks() -> None:
    """When nothing else is there to be read."""
    assert links(f"{ASKING}`<{A}>`") == (A,)
    assert links(f"{ASKING}`<{A}>` <{B}>") == (B,)


def test_a_command_may_name_several() -> None:
    """Typed bare, since Slack does not mark links in commands."""
    body = {
        "command": "/dateline",
        "text": f"digest {A} {A}?utm_source=x {B}",
        "response_url": "https://hooks.example/1",
    }
    note = inbox.command({**body, "team_id": TEAM, "channel_id": CHANNEL, "user_id": "U1", "trigger_id": "1.2"})
    assert note
    assert note.links == (A, B)


def test_what_is_no_address_keeps_its_place() -> None:
    """Whoever asked about it gets a sentence."""
    assert links(f"{ASKING}<https://user:secret@wire.example/> <{A}>") == ("https://user:secret@wire.example/", A)


@pytest.mark.parametrize(
    "bait", ["`" * 40_000, "```a``b" * 6_000, "<https://a.example/`" * 2_000, "`<http://a|" * 4_000]
)
def test_a_long_message_made_to_be_slow_is_read_at_once(bait: str) -> None:
    """Code is found in one pass."""
    assert len(posted.asked({"text": bait})) <= 1
