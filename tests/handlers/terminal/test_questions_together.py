"""Many questions about few texts, as a program sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.editor import Editor
from bot.errors import Refusal
from handlers.record import Record
from handlers.terminal.newsroom import Newsroom
from tests.handlers.terminal.articles import DAM, FERRY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.editor import Reader
    from bot.model import Article, Findings, Reading
    from tests.handlers.terminal.conftest import CommandLine


MORE = "The quay was empty on Tuesday, and the harbour master said that no ship would come before the summer."


class Counting:
    """The reader, counting what is read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = reader.version
        self.parse = reader.parse
        self.read = reader.read
        self.texts: list[str] = []

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """Counts them."""
        batch = list(articles)
        self.texts += [article.text for article in batch]
        return self._reader.read_many(batch)


def _asked(text: str, question: str = "Where will they meet?", title: str | None = None) -> Record:
    return Record(text=text, question=question, title=title)


def test_a_text_under_several_questions_is_read_once(dateline: CommandLine, editor: Editor) -> None:
    """In one batch or in several; each question gets its own answer, in the order of the questions."""
    watched = Counting(editor._reader)
    room = Newsroom(dateline.given(editor=lambda: Editor(watched, "v1")).tools)
    first = list(room.ask([_asked(DAM), _asked(FERRY, "Who paid?"), _asked(DAM, " "), _asked(DAM, "Who refused?")]))
    second = list(room.ask([_asked(FERRY, "Who paid?"), _asked(DAM)]))
    assert watched.texts == [DAM, FERRY]
    assert isinstance(first[2], Refusal)
    assert second == [first[1], first[0]]
    alone = [next(iter(Newsroom(room._tools).ask([record]))) for record in (_asked(DAM), _asked(DAM, "Who refused?"))]
    assert [first[0], first[3]] == alone


def test_the_same_words_under_another_title_are_another_article(dateline: CommandLine, editor: Editor) -> None:
    """A title may say what the text leaves out."""
    watched = Counting(editor._reader)
    room = Newsroom(dateline.given(editor=lambda: Editor(watched, "v1")).tools)
    list(room.ask([_asked(DAM), _asked(DAM, title="Peru and Bolivia at odds over a dam")]))
    assert watched.texts == [DAM, DAM]


def test_only_the_latest_texts_are_remembered(dateline: CommandLine, editor: Editor) -> None:
    """Memory is bounded by what they hold; one that was asked about again stays."""
    watched = Counting(editor._reader)
    tools = dateline.given(editor=lambda: Editor(watched, "v1")).tools
    room = Newsroom(tools, remembered=len(FERRY + DAM + MORE) - 1)
    list(room.ask([_asked(text) for text in (DAM, FERRY)]))
    list(room.ask([_asked(DAM), _asked(MORE)]))
    watched.texts.clear()
    list(room.ask([_asked(DAM), _asked(MORE), _asked(FERRY)]))
    assert watched.texts == [FERRY]
