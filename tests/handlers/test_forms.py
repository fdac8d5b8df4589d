"""From the button to the text: what travels with the form, and what is refused while it is open."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import Blocked, Internal, Language, NoArticle, NotHtml, Refusal, TooShort
from bot.model import Receipt
from handlers import forms
from handlers.note import Note, pack, unpack
from tests.handlers.payloads import ARTICLE, CHANNEL, TEAM, TS, USER
from tests.handlers.views import builders as b

URL = "https://wire.example/story?id=1&x=2"
NOTE = Note("digest", f"{TEAM}:{CHANNEL}:{TS}", TEAM, CHANNEL, TS, thread=TS)
POST = "1741089700.000100"
ANSWER = "https://hooks.example/1"


def press(value: str, **container: Any) -> dict[str, Any]:
    """The button was pressed, in a thread."""
    where = {"type": "message", "message_ts": POST, "channel_id": CHANNEL, "thread_ts": TS}
    return {"actions": [{"value": value}], "container": {**where, **container}, "response_url": ANSWER}


def form(text: str | None, rest: str | None = None, title: str | None = None, place: str = "") -> dict[str, Any]:
    """The window was submitted."""
    place = place or forms.pack(forms.pressed(press(forms.offer(NOTE, URL))))
    values = {
        "title": {"title": {"type": "plain_text_input", "value": title}},
        "text": {"text": {"type": "rich_text_input", "rich_text_value": text and rich(text)}},
        "rest": {"rest": {"type": "rich_text_input", **({"rich_text_value": rich(rest)} if rest else {})}},
    }
    view = {"id": "V1", "private_metadata": place, "state": {"values": values}}
    return {"user": {"id": USER}, "view": view}


def rich(text: str) -> dict[str, Any]:
    """A field as somebody filled it."""
    inner = [{"type": "text", "text": text}]
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": inner}]}


def test_a_text_comes_back_with_all_that_the_button_knew() -> None:
    """Under the message that held the link, for the post that offered it, in the paragraphs of the page."""
    note = forms.submitted(form(ARTICLE, title="  Moyale\n reopens "))
    assert (note.want, note.source, note.thread, note.post) == ("paste", NOTE.source, TS, POST)
    assert (note.links, note.title, note.user, note.asked) == ((URL,), "Moyale reopens", USER, True)
    assert note.text == ARTICLE
    assert note.ephemeral == ANSWER
    assert note.key.startswith(f"{NOTE.source}:V1:")
    assert unpack(pack(note)) == note


def test_what_did_not_fit_is_put_below() -> None:
    """The second field goes on where the first one ends."""
    assert forms.submitted(form(ARTICLE, "And more.")).text == f"{ARTICLE}\nAnd more."


def test_the_same_text_of_the_same_window_is_one_note() -> None:
    """However often it is sent; a text that was changed after an error is another one."""
    first, again = forms.submitted(form(ARTICLE)), forms.submitted(form(ARTICLE))
    assert first.key == again.key
    assert forms.submitted(form(ARTICLE, "And more.")).key != first.key
    assert forms.submitted(form(ARTICLE, title="Moyale")).key != first.key


def test_where_only_one_person_saw_the_button_there_is_no_post() -> None:
    """What such a message is called has no meaning for anybody else."""
    place = forms.pressed(press(forms.offer(NOTE, URL), is_ephemeral=True))
    assert (place.post, place.answer, place.channel) == (None, ANSWER, CHANNEL)


def test_the_thread_is_told_by_the_message_too() -> None:
    """Slack says it in one place or the other."""
    body = press(forms.offer(NOTE, URL), thread_ts=None)
    assert forms.pressed(body | {"message": {"thread_ts": "1.2"}}).thread == "1.2"
    assert forms.pressed(body).thread is None


@pytest.mark.parametrize(("title", "kept"), [(None, ""), (" a\nb ", "a b"), ("x" * 301, "")])
def test_a_title_that_is_known_fills_its_field(title: str | None, kept: str) -> None:
    """One that is too long for it stays where it is known."""
    assert forms.pressed(press(forms.offer(NOTE, URL, title))).title == kept


def test_an_address_too_long_for_a_button_has_none() -> None:
    """Slack takes values of 2,000 characters, and what it kept with the window is never refused."""
    assert forms.offer(NOTE, "https://wire.example/" + "a" * 2000) == ""
    longest = "https://wire.example/" + "a" * 1850
    value = forms.offer(NOTE, longest)
    assert 1900 < len(value) <= 2000
    assert len(forms.pack(forms.pressed(press(value)))) <= 3000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no text yet"),
        ("\n \n", "no text yet"),
        ("Far too short a text.", "only 5 words"),
        ("word " * 39, "only 39 words"),
        ("国境検問所は九か月ぶりに再開されたと当局者が火曜日に述べた。", "English"),
        ("Пограничный переход открылся во вторник. " * 9, "English"),
        ("Die Lastwagen rollten noch vor dem Mittag nach Norden. " * 8, "English"),
        ("Los camiones salieron hacia el norte antes del mediodía, según la aduana. " * 8, "English"),
        ("De vrachtwagens reden nog voor de middag naar het noorden, of zo werd gezegd. " * 8, "English"),
    ],
)
def test_a_text_that_can_give_no_digest_is_told_so_while_it_is_in_the_field(text: str | None, said: str) -> None:
    """Nothing is lost then."""
    assert said in forms.faults(form(text))["text"]


def test_an_article_is_taken() -> None:
    """In one field or in two."""
    assert forms.faults(form(ARTICLE)) == {}
    assert forms.faults(form("The first lorries of the morning", ARTICLE)) == {}
    for paragraph in ARTICLE.split("\n\n"):
        assert "English" not in str(forms.faults(form(paragraph * 3)))


@pytest.mark.parametrize(
    ("refusal", "way_out"),
    [
        (Blocked("It turns programs away: open it yourself and paste the article's text."), True),
        (NotHtml("It sent a PDF: open it and paste the article's text."), True),
        (NotHtml("It sent a feed: link one of its articles."), False),
        (NoArticle("It is an index: link one of its articles."), False),
        (TooShort("That is only 9 words: paste at least 40 words of the article."), True),
        (Language("This seems to be German: link or paste an English version.", "de"), False),
        (Internal("Reading this failed here: try again later."), False),
    ],
)
def test_pasting_is_offered_where_the_sentence_names_it(refusal: Refusal, way_out: bool) -> None:  # noqa: FBT001  a table's column
    """A feed has no text of its own, and what is not in English stays so when it is pasted."""
    assert forms.helps(refusal) is way_out


@pytest.mark.parametrize(
    ("kind", "less"), [("full", False), ("pasted", False), ("teaser", True), ("consent", True), ("blocked", True)]
)
def test_less_than_an_article_is_told_by_the_receipt(kind: Any, less: bool) -> None:  # noqa: FBT001  a table's column
    """The rest is asked for where the page led to; a pasted text is all that there will be."""
    read = b.article(receipt=Receipt(kind, 80))
    assert forms.rest_of(NOTE, read) == (forms.offer(NOTE, b.URL, b.TITLE) if less else "")
    assert not forms.rest_of(NOTE, b.article(receipt=Receipt(kind, 80), url=None))
