"""What is wrong with a record is told on its line, and its neighbours never feel it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

import pytest

from bot.articles.web.fetch import Page
from bot.editor import Editor, Reader
from bot.errors import Refusal
from bot.model import Article, Findings, Link, Reading
from handlers.record import Record
from handlers.terminal.newsroom import Newsroom
from tests.handlers.terminal.articles import DAM, FERRY, lines
from tests.handlers.terminal.conftest import CommandLine

CROATIAN = (
    "Ministri vanjskih poslova dviju zemalja dogovorili su u nedjelju u Zagrebu da će ponovno otvoriti granični "
    "prijelaz koji je zatvoren prošle jeseni zbog poplava, a stanovnici s obje strane granice kažu da su na tu odluku "
    "čekali predugo i da se nadaju kako će vlakovi opet voziti prije ljeta, kada u te krajeve dolazi najviše gostiju."
)


class Fragile:
    """A reader that breaks on one word, as a parser may on some input that nobody thought of."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = reader.version

    def read(self, article: Article) -> tuple[Reading, Findings]:
        """One article."""
        return next(self.read_many((article,)))

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """Many articles, or none."""
        batch = tuple(articles)
        if any("Quispe" in article.text for article in batch):
            raise ZeroDivisionError
        return self._reader.read_many(batch)

    def parse(self, text: str) -> Reading:
        """A question."""
        return self._reader.parse(text)


class Watched(Fragile):
    """A reader that notes how long the texts are that it gets together."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.groups: list[list[int]] = []

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """Many articles."""
        batch = tuple(articles)
        self.groups.append([len(article.text) for article in batch])
        return super().read_many(batch)


class BrokenWeb:
    """A door to the web with a fault of ours in it."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is open."""

    async def get(self, link: Link) -> Page:
        """Break."""
        raise ZeroDivisionError(link)


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"text": 5}, "bad_input"),
        ({"text": FERRY, "title": ["a"]}, "bad_input"),
        ({"text": FERRY, "published": "last Sunday"}, "bad_input"),
        ({"text": FERRY, "published": "2025-02-30"}, "bad_input"),
        ({"text": "  \n "}, "bad_input"),
        ({}, "bad_input"),
        ({"url": "not a link"}, "bad_url"),
        ({"url": "ftp://example.org/a"}, "bad_url"),
        ({"url": "http://127.0.0.1/admin"}, "forbidden_address"),
        ({"text": CROATIAN}, "language"),
        ({"text": "The two of them met in the city."}, "too_short"),
        ({"html": "<html><body><p>Nothing.</p></body></html>"}, "no_article"),
        ({"html": "<p>" + "a" * 5_000_001}, "too_large"),
        ({"html": "%PDF-1.7\n%\x00\x01 and so on"}, "not_html"),
        ({"html": '<?xml version="1.0"?><rss><channel><title>News</title></channel></rss>'}, "not_html"),
        ({"html": "<p>\x00\x01</p>"}, "no_article"),
        ({"title": "Night ferry to restart", "text": ""}, "bad_input"),
        ({"text": "in de bank"}, "too_short"),
    ],
)
def test_a_faulty_record_says_what_is_wrong(dateline: CommandLine, record: dict[str, object], kind: str) -> None:
    """Each kind of error that needs no web, with one sentence for a person."""
    run = dateline("digest", "--jsonl", stdin=lines({"id": "a", **record}))
    (said,) = run.objects
    assert said["id"] == "a"
    assert said["error"]["kind"] == kind
    assert said["error"]["message"].endswith(".")
    assert "Error" not in said["error"]["message"]
    assert run.code == 1


def test_a_line_that_never_ends_is_too_large(dateline: CommandLine) -> None:
    """It is not kept, its neighbours are answered."""
    run = dateline("read", "--jsonl", stdin=lines(b'{"id": 1, "text": "' + b"a" * 17_000_000, {"id": 2, "text": "b"}))
    assert [each.get("error", {}).get("kind") for each in run.objects] == ["too_large", None]


def test_only_digest_refuses_language_and_length(dateline: CommandLine) -> None:
    """The others do what they can."""
    for text in (CROATIAN, "Peru.", ""):
        stdin = lines({"id": 1, "text": text, "question": "What happened?"})
        for command in ("read", "ask", "countries"):
            assert "error" not in dateline(command, "--jsonl", stdin=stdin).objects[0]
    assert "error" not in dateline("read", "--jsonl", stdin=lines({"id": 1, "html": "%PDF-1.7"})).objects[0]


def test_one_faulty_record_costs_only_its_own_result(dateline: CommandLine, editor: Editor) -> None:
    """A fault of ours in the middle of a batch is told on its line; the others are digested, the log has the trace."""
    fragile = Editor(Fragile(editor._reader), editor.version)
    stdin = lines({"id": 1, "text": FERRY}, {"id": 2, "text": DAM}, {"id": 3, "text": FERRY})
    run = dateline.given(editor=lambda: fragile)("digest", "--jsonl", stdin=stdin)
    assert [each.get("error", {}).get("kind") for each in run.objects] == [None, "internal", None]
    assert "ZeroDivisionError" not in run.out
    assert run.objects[0]["digest"] == dateline("digest", "--jsonl", stdin=stdin).objects[0]["digest"]


def test_a_web_that_breaks_costs_only_the_link(dateline: CommandLine) -> None:
    """A fault of ours while fetching is told on its line."""
    broken = dateline.given(web=BrokenWeb)
    run = broken("read", "--jsonl", stdin=lines({"id": 1, "url": "https://example.org/"}, {"id": 2, "text": DAM}))
    assert [each.get("error", {}).get("kind") for each in run.objects] == ["internal", None]


def test_long_texts_are_parsed_in_small_groups(dateline: CommandLine, editor: Editor) -> None:
    """Memory is bounded, and the order stays."""
    watched = Watched(editor._reader)
    long, short = f"{FERRY}\n\n" * 3, FERRY
    tools = dateline.given(editor=lambda: Editor(watched, "v1")).tools
    texts = [short, long, long, "The end of it.", short, short]
    filed = list(Newsroom(tools, heaviest=len(short + long)).file([Record(text=text) for text in texts]))
    said = [each.kind if isinstance(each, Refusal) else each.article.text for each in filed]
    assert said == [short, long, long, "too_short", short, short]
    assert watched.groups == [[len(short), len(long)], [len(long), len(short)], [len(short)]]


def test_strange_characters_do_no_harm(dateline: CommandLine) -> None:
    """Half a character, NUL and a line separator come through; the output is valid UTF-8, one line a record."""
    raw = (
        b'{"id": "\\ud83d", "text": "\\u0000 %s \\ud800 \\u2028 caf\\u00e9 \\ud83d\\ude00"}'
        % DAM.replace("\n", " ").encode()
    )
    for command in ("digest", "read", "countries"):
        run = dateline(command, "--jsonl", stdin=raw + b"\n")
        assert len(run.out.splitlines()) == 1
        assert run.objects[0]["id"] == "\ud83d"
        assert "error" not in run.objects[0]


def test_what_other_commands_read_is_ignored(dateline: CommandLine) -> None:
    """A key that a command has no use for may hold anything."""
    stdin = lines({"id": 1, "text": DAM, "published": 5, "question": [], "url": {}, "html": False})
    assert dateline("countries", "--jsonl", stdin=stdin).code == 0
