"""What previews, shared messages and blocks add to the links that somebody typed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handlers import inbox, posted
from tests.handlers.payloads import BOT, CHANNEL, TEAM, TS, edit, event

A, B, C = "https://wire.example/a", "https://wire.example/b", "https://other.example/c"
OWN = "https://team.slack.com/archives/C1/p1741080000000000"
ASKING = f"<@{BOT}> "


def links(text: str, **fields: Any) -> tuple[str, ...]:
    """The links of a message in a channel, unasked unless it begins with a mention."""
    body = event(text=text, **fields)
    note = inbox.mention(body) if text.startswith(ASKING) else inbox.message(body)
    return note.links if note else ()


def rich(*elements: dict[str, Any], kind: str = "rich_text_section") -> list[dict[str, Any]]:
    """One block of Slack's own editor."""
    return [{"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}]


def link(url: str, **more: Any) -> dict[str, Any]:
    """A link inside it."""
    return {"type": "link", "url": url, **more}


def preview(url: str, **more: Any) -> dict[str, Any]:
    """What Slack puts under a message for a link."""
    return {
        "from_url": url,
        "original_url": url,
        "title": "A page",
        "title_link": url,
        "text": f"<{C}>",
        "id": 1,
    } | more


def share(text: str, **more: Any) -> dict[str, Any]:
    """A message of somebody else, shared."""
    return {"is_share": True, "is_msg_unfurl": True, "from_url": OWN, "author_id": "U7", "text": text, **more}


def test_a_preview_repeats_its_link() -> None:
    """It is the same article, under whichever of its addresses; and what the preview says is not shared."""
    assert links(f"<{A}>", attachments=[preview(A)]) == (A,)
    assert links(f"<{A}>", attachments=[preview(f"{A}?utm_source=x")]) == (A,)
    short = "https://sho.example/rt"
    assert links(f"<{short}>", attachments=[preview(short, title_link=A)]) == (short,)
    assert links(f"<{A}>", attachments=[preview(short, title_link=A)]) == (A,)


def test_a_preview_alone_is_a_link() -> None:
    """As when an app posts for somebody; what was typed comes first, wherever the preview's page stands."""
    assert links("", attachments=[preview(A)]) == (A,)
    assert links(f"<{B}>", attachments=[preview(A), preview(B)]) == (B, A)
    assert links("", attachments=[{"title_link": f"{A}?a=1&b=2", "text": "…"}]) == (f"{A}?a=1&b=2",)
    assert links("", attachments=[{"app_unfurl_url": A, "is_app_unfurl": True}]) == (A,)
    assert links("", attachments=[{"title": "no link"}, preview(OWN)]) == ()


def test_an_attachment_of_an_app_without_a_page_is_read_as_a_text() -> None:
    """Older apps write their links there."""
    assert links("", attachments=[{"pretext": f"New: <{A}|a story>", "text": f"and <{B}>", "fallback": f"<{C}>"}]) == (
        A,
        B,
    )
    assert links("", attachments=[{"text": f"`<{A}>`"}, {"blocks": rich(link(B))}]) == (B,)


def test_an_edit_is_not_about_a_preview_that_is_still_there() -> None:
    """Slack takes it away later than the person took the link."""
    note = inbox.message(edit("never mind", f"<{A}>", attachments=[preview(A)]))
    assert note
    assert note.links == ()


def test_an_edit_in_a_direct_message_is_not_either() -> None:
    """Although everything there is asked."""
    body = edit("never mind", f"<{A}>", attachments=[preview(A)])
    body["event"]["channel_type"] = "im"
    note = inbox.message(body)
    assert note
    assert (note.asked, note.links) == (True, ())


def test_a_preview_that_slack_adds_is_no_second_wish() -> None:
    """Its event has the text unchanged."""
    assert inbox.message(edit(f"<{A}>", f"<{A}>", attachments=[preview(A), preview(B)])) is None


def test_a_shared_message_brings_its_links_after_those_of_the_comment() -> None:
    """Also when Slack sends its blocks alone, when it shares a message itself, and when its link has a preview."""
    assert links(f"compare <{B}>", attachments=[share(f"<{A}> <{B}>")]) == (B, A)
    blocks = [{"message": {"blocks": rich({"type": "text", "text": "see "}, link(A))}}]
    assert links("look", attachments=[share("", message_blocks=blocks)]) == (A,)
    assert links("look", attachments=[share("hm", attachments=[share(f"<{A}>"), preview(B)])]) == (A, B)
    assert links("look", attachments=[share(f"<{A}>", attachments=[preview(A)]), preview(A)]) == (A,)
    assert links("look", attachments=[share("", message_blocks=[{"message": None}, {}])]) == ()


def test_a_digest_that_somebody_shares_is_not_digested_again() -> None:
    """Its article has been read; where somebody asks, it is read again."""
    ours = share(f"<{A}|A headline>", author_id=BOT, attachments=[preview(A)])
    assert links("look at this", attachments=[ours]) == ()
    assert links(f"{ASKING}", attachments=[ours]) == (A,)


def test_blocks_speak_where_the_text_has_no_link() -> None:
    """Rich text, lists, quotes and the markup of apps; code in them is code."""
    assert links("a report", blocks=rich(link(A), link(B, text="b"))) == (A, B)
    nested = {"type": "rich_text_section", "elements": [link(B)]}
    assert links("x", blocks=rich(nested, kind="rich_text_list")) == (B,)
    assert links("x", blocks=rich(link(A), kind="rich_text_quote")) == (A,)
    assert links("x", blocks=rich(link(A, style={"code": True}), link(OWN), link(B, style={"bold": True}))) == (B,)
    assert links("x", blocks=rich(link(A), kind="rich_text_preformatted")) == ()
    section = {
        "type": "section",
        "text": {"type": "mrkdwn", "text": f"<{A}>"},
        "fields": [mark(f"<{B}>"), mark(f"`<{C}>`")],
    }
    plain = {"type": "header", "text": {"type": "plain_text", "text": f"<{C}>"}}
    assert links("x", blocks=[plain, section, {"type": "context", "elements": [mark(f"<{C}>")]}]) == (A, B, C)
    assert links(f"<{A}>", blocks=rich(link(B))) == (A,)


def mark(text: str) -> dict[str, str]:
    """A text object of an app."""
    return {"type": "mrkdwn", "text": text}


def test_a_feeds_post_is_read_with_the_shortcut() -> None:
    """Apps put the link where they like; unasked, their posts are passed over."""
    message = {
        "ts": TS,
        "text": "",
        "bot_id": "B9",
        "attachments": [{"title": "A story", "title_link": A, "text": "…"}],
    }
    body = {
        "channel": {"id": CHANNEL},
        "user": {"id": "U2"},
        "team": {"id": TEAM},
        "message": message,
        "action_ts": "1.2",
    }
    assert inbox.shortcut(body).links == (A,)
    assert inbox.message(event(**message)) is None


def test_the_message_above_is_read_with_all_it_has() -> None:
    """Its previews too: a bare mention under a feed's post means its article."""
    asked = inbox.mention(event(text=ASKING, thread_ts="1741080000.000000"))
    assert asked
    found = inbox.above(asked, {"text": "", "attachments": [preview(A)]})
    assert found
    assert found.links == (A,)


KEYS = st.sampled_from(
    "type text url style code elements fields attachments blocks message message_blocks title_link is_share".split()
)
VALUES = st.sampled_from([None, True, 1, "x", f"<{A}>", A, "link", "mrkdwn", "rich_text", "section"])
JSON = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


@given(JSON, JSON, VALUES)
def test_whatever_a_message_holds_it_is_read(attachments: Any, blocks: Any, text: Any) -> None:
    """What Slack has not sent so far is passed over: an error would lose the message."""
    found = posted.shared({"attachments": attachments, "blocks": blocks, "text": text}, bot=BOT)
    assert set(found) <= {A}
