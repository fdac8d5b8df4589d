"""The conversation without Slack: what is said, and what the bot would post."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.articles.web.fetch import Web
from handlers.render import PIPE
from handlers.terminal import prompt
from handlers.terminal.chat import HELP, MOST_ARTICLES, NOTHING_YET, Chat
from handlers.terminal.newsroom import Newsroom
from handlers.terminal.prompt import Message, messages
from tests.fakes.web import Website
from tests.handlers.terminal.articles import DAM, FERRY, page
from tests.handlers.terminal.conftest import CommandLine


@pytest.fixture
def chat(dateline: CommandLine) -> Chat:
    """A fresh conversation, at a fixed time."""
    return Chat(Newsroom(dateline.tools), PIPE, lambda: datetime(2025, 4, 29, tzinfo=UTC))


def typed(words: str) -> Message:
    """A line that somebody typed."""
    return Message(words, pasted=False)


def test_a_question_needs_an_article(chat: Chat) -> None:
    """Before the first one the bot says what to do."""
    assert chat.reply(typed("Who met whom?")) == NOTHING_YET
    assert chat.reply(typed("help")) == chat.reply(typed(" Help! ")) == HELP


def test_a_pasted_text_is_digested_and_then_asked_about(chat: Chat) -> None:
    """The question is answered from the article before it, or it is said that it isn't stated."""
    assert "Peru has asked Bolivia" in chat.reply(Message(DAM, pasted=True))
    said = chat.reply(typed("How much water will the reservoir hold?"))
    assert "40 million cubic metres" in said


def test_an_answer_names_its_place_in_the_article(chat: Chat) -> None:
    """One sentence, and where it stands: what somebody needs to go on reading."""
    chat.reply(Message(DAM, pasted=True))
    said = chat.reply(typed("How much water will the reservoir hold?"))
    assert re.search(r"^   sentence \d+ of \d+ · \S", said, re.MULTILINE)
    assert said.count("“") == 1


def test_of_several_articles_the_one_that_is_named_is_asked(chat: Chat) -> None:
    """Else the one that was spoken of last."""
    chat.reply(Message(DAM, pasted=True))
    chat.reply(Message(FERRY, pasted=True))
    assert "cubic metres" not in chat.reply(typed("how much will it hold?"))
    assert "cubic metres" in chat.reply(typed("how much water will the reservoir of Peru and Bolivia hold?"))
    assert "cubic metres" in chat.reply(typed("how much will it hold?"))


def test_only_so_many_articles_are_kept(chat: Chat) -> None:
    """A long conversation does not fill the memory; the latest ones can be asked about."""
    for number in range(7):
        chat.reply(Message(f"{DAM}\n\nThis is report number {number}.", pasted=True))
    assert len(chat._dossiers) == MOST_ARTICLES
    assert "number 6" in chat._dossiers[-1].article.text


def test_a_long_paragraph_in_one_line_is_a_text(chat: Chat) -> None:
    """Nobody types sixty words as a question."""
    assert "Bergen" in chat.reply(typed(FERRY.replace("\n\n", " ")))


def test_a_path_is_read(chat: Chat, tmp_path: Path) -> None:
    """As it comes from a file manager too, with marks or escaped spaces."""
    path = tmp_path / "the night ferry.html"
    path.write_text(page(), encoding="utf-8")
    for words in (str(path), f"'{path}'", str(path).replace(" ", "\\ "), f"digest {path}"):
        assert chat.reply(typed(words)).startswith("Night ferry to restart\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("./nothing.txt", "There is no file"),
        ("~/nothing-at-all.html", "There is no file"),
        ("ftp://example.org/a", "Only http and https"),
        ("http://127.0.0.1/a", "not on the public internet"),
        ("x" * 300, NOTHING_YET),
        ("and/or what?", NOTHING_YET),
    ],
)
def test_what_cannot_be_read_says_why(chat: Chat, words: str, said: str) -> None:
    """In one sentence, and the conversation goes on."""
    assert said in chat.reply(typed(words))


async def test_links_are_fetched(dateline: CommandLine) -> None:
    """All of a message, with the words around them left aside."""
    async with Website() as site:
        links = f"look: {site.page('/a', page())} and {site.page('/b', page(DAM))}"
        chat = Chat(Newsroom(dateline.given(web=lambda: Web(allow=(site.allow,))).tools), PIPE)
        said = await asyncio.to_thread(chat.reply, typed(links))
    assert said.count("Read in full") == 2


def test_a_script_talks_line_by_line(dateline: CommandLine) -> None:
    """`paste` takes many lines to the dot; no prompt is printed; quit ends it, and so does the end of the input."""
    script = f"help\n\npaste\n{DAM}\n.\nquit\nhelp\n"
    run = dateline("chat", stdin=script.encode())
    assert run.code == 0
    assert run.out.startswith(HELP)
    assert run.out.count(HELP) == 1
    assert "Peru has asked Bolivia" in run.out
    assert prompt.SIGN not in run.out.splitlines()
    assert dateline("chat", stdin=b"paste\nshort").out.count("\n") == 2


def test_lines_that_come_at_once_are_one_message() -> None:
    """A pasted text of many lines at a terminal, with its empty lines; what comes later is the next message."""
    typing = iter(["First line.", "", "Second line.", "What was that?"])
    ahead = iter([True, True, False, False, False])
    said = list(messages(lambda _: next(typing, None), lambda: next(ahead)))
    assert said == [Message("First line.\n\nSecond line.", pasted=True), Message("What was that?", pasted=False)]


def test_a_paste_may_end_with_the_input() -> None:
    """Ctrl-D in the middle of it is no loss."""
    typing = iter(["Paste", "One."])
    assert list(messages(lambda _: next(typing, None), lambda: False)) == [Message("One.", pasted=True)]
    typing = iter(["One."])
    assert list(messages(lambda _: next(typing, None), lambda: True)) == [Message("One.", pasted=False)]
