"""A conversation with the bot, without Slack: what is said to it, and what it would post."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.answers.which import which
from bot.articles.paste import pasted
from bot.articles.urls import links
from bot.errors import Refusal
from bot.model import Question
from handlers import render, sample
from handlers.record import Record
from handlers.terminal import printer, prompt, sources
from handlers.terminal.newsroom import Newsroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model import Dossier
    from handlers.render import Paper
    from handlers.terminal.prompt import Message
    from handlers.terminal.tools import Tools

MOST_LINKS = 5  # of a message, as in Slack
MOST_ARTICLES = 5  # that a question may be about, the latest, as in Slack
MOST_ASKED = 5  # questions that the next one may lean on
LONG = 60  # words in one line that nobody types as a question
QUIT = frozenset({"quit", "exit", "bye", ":q"})
HELP = """\
Paste an article's link, a file's path or its text, and get its digest;
then ask about it in plain words.
  paste   a text of many lines, ended by a line with a single dot
  help    this
  quit    leave; Ctrl-D does too"""
CONNECT = (
    "That was a made-up article, since there are no tokens for Slack. To connect: make a Slack app from manifest.json, "
    "put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env, and start again; `dateline check` says what is missing."
)
NOTHING_YET = "There is no article to ask about yet: paste a link, a file's path or a text first, or type help."


class Chat:
    """One conversation. A question is about the article that it names, else the latest that was spoken of."""

    def __init__(
        self, newsroom: Newsroom, paper: Paper, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._newsroom, self._paper, self._now = newsroom, paper, now
        self._dossiers: list[Dossier] = []  # the one that was digested or asked about last at the end
        self._asked: tuple[str, ...] = ()

    def reply(self, message: Message) -> str:
        """What the bot posts to that."""
        words = message.words.strip()
        if not message.pasted and words.lower().strip("/?!. ") == "help":
            return HELP
        if message.pasted or pasted.reads_like_article(words) or len(words.split()) >= LONG:
            return self.digest(Record(text=message.words))
        if found := links.find(words)[:MOST_LINKS]:
            return "\n\n".join(self.digest(Record(url=link.url)) for link in found)
        name = _file(words)
        return self._file(name) if name else self._answer(words)

    def digest(self, record: Record) -> str:
        """The digest, or why there is none; what follows is about this article."""
        dossier = next(iter(self._newsroom.file([record])))
        if isinstance(dossier, Refusal):
            return self._say(dossier.message)
        self._dossiers = [*self._dossiers, dossier][-MOST_ARTICLES:]
        return render.digest(dossier.article, dossier.digest, self._paper)

    def _file(self, name: str) -> str:
        try:
            return self.digest(sources.record_of(name, io.BytesIO()))
        except Refusal as refusal:
            return self._say(refusal.message)

    def _answer(self, words: str) -> str:
        if not self._dossiers:
            return self._say(NOTHING_YET)
        named = which(words, [(each.article, each.digest) for each in self._dossiers])
        dossier = self._newsroom.editor.embed(self._dossiers.pop(-1 if named is None else named))
        self._dossiers.append(dossier)
        question = Question(words, self._now().isoformat(timespec="seconds"), self._asked)
        self._asked = (*self._asked, words)[-MOST_ASKED:]
        return render.reply(self._newsroom.editor.answer(question, dossier), dossier, self._paper)

    def _say(self, sentence: str) -> str:
        return "\n".join(self._paper.wrap(sentence))


def talk(tools: Tools) -> None:
    """A conversation, to the end of the input."""
    _converse(Chat(Newsroom(tools), printer.paper()))


def demonstrate(tools: Tools) -> None:
    """The digest of the sample article; at a terminal the conversation goes on from there."""
    chat = Chat(Newsroom(tools), printer.paper())
    printer.say(chat.digest(Record(title=sample.TITLE, text=sample.text(), published=sample.PUBLISHED)))
    printer.say("\n" + "\n".join(printer.paper().wrap(CONNECT)))
    if printer.at_terminal():
        printer.say("")
        _converse(chat)


def _converse(chat: Chat) -> None:
    if printer.at_terminal():
        import readline  # noqa: F401  gives `input` its editing keys; a server never needs it

        printer.say(f"{HELP}\n")
        coming = prompt.messages(prompt.typed, prompt.typing_ahead)
    else:
        coming = prompt.messages(prompt.piped(sys.stdin.buffer), lambda: False)
    for message in coming:
        if message.words.strip().lower() in QUIT:
            return
        if message.words.strip():
            printer.say(f"{chat.reply(message)}\n")


def _file(words: str) -> str | None:
    """The path that a message is: of a file that is there, or of what can't be anything but a path or an address."""
    name = words.removeprefix("digest ").strip().strip("'\"").replace("\\ ", " ")
    path = Path(name).expanduser() if name.startswith("~") else Path(name)
    try:
        if path.is_file():
            return str(path)
    except (OSError, ValueError):  # too long for a name
        return None
    single = len(name.split()) == 1
    return name if single and ("/" in name or path.suffix in {".txt", *sources.PAGES}) else None
