"""JSON Lines: one object in, one out, same order, whatever is wrong with some of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator

import pytest

from bot.articles.fetch import Web
from bot.model import Article, Findings, Reading
from bot.newsdesk import Editor, Reader
from tests.fakes.web import Website
from tests.handlers.terminal.articles import DAM, FERRY, lines, page
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


def test_every_line_gets_its_line_in_order(dateline: CommandLine) -> None:
    """Good and bad records in one stream: ids in order, an error on its own line, and exit code 1."""
    run = dateline(
        "digest",
        "--jsonl",
        stdin=lines(
            {"id": "ferry", "title": "Night ferry to restart", "text": FERRY, "published": "2025-04-28"},
            b"no json",
            {"id": 2, "text": "Too short."},
            {"text": FERRY},
            b"",
            b'["id"]',
            {"id": "dam", "text": DAM, "gold": {"ignored": [1, 2]}, "published": "2025-02-06 10:30:00"},
        ),
    )
    said = [(each["id"], each.get("error", {}).get("kind")) for each in run.objects]
    assert said == [
        ("ferry", None),
        (None, "bad_input"),
        (2, "too_short"),
        (None, "bad_input"),
        (None, "bad_input"),
        (None, "bad_input"),
        ("dam", None),
    ]
    assert run.code == 1
    assert run.err == ""
    assert run.objects[6]["article"]["published"] == "2025-02-06T10:30:00"


def test_a_stream_without_faults_exits_with_0(dateline: CommandLine) -> None:
    """Also an empty one."""
    assert dateline("countries", "--jsonl", stdin=lines({"id": 1, "text": DAM})).code == 0
    assert dateline("digest", "--jsonl", stdin=b"") == dateline("read", "--jsonl", stdin=b"")


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
        ({"text": "Two ministers met."}, "too_short"),
        ({"html": "<html><body><p>Nothing.</p></body></html>"}, "no_article"),
        ({"html": "<p>" + "a" * 5_000_001}, "too_large"),
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


def test_one_faulty_record_costs_only_its_own_result(dateline: CommandLine, editor: Editor) -> None:
    """A fault of ours in the middle of a batch is told on its line; the others are digested, the log has the trace."""
    fragile = Editor(Fragile(editor._reader), editor.version)
    stdin = lines({"id": 1, "text": FERRY}, {"id": 2, "text": DAM}, {"id": 3, "text": FERRY})
    run = dateline.given(editor=lambda: fragile)("digest", "--jsonl", stdin=stdin)
    assert [each.get("error", {}).get("kind") for each in run.objects] == [None, "internal", None]
    assert "ZeroDivisionError" not in run.out
    assert run.objects[0]["digest"] == dateline("digest", "--jsonl", stdin=stdin).objects[0]["digest"]


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


def test_given_html_or_text_is_not_fetched(dateline: CommandLine) -> None:
    """`url` then only names it, even where it could not be opened; HTML goes before text."""
    url = "http://localhost/2025/ferry?utm_source=feed"
    stdin = lines(
        {"id": 1, "url": url, "text": FERRY}, {"id": 2, "url": url, "html": page(), "text": "Something else."}
    )
    given, paged = (each["article"] for each in dateline("read", "--jsonl", stdin=stdin).objects)
    assert given["url"] == paged["url"] == url
    assert given["canonical_url"] == "http://localhost/2025/ferry"
    assert given["text"] == FERRY
    assert given["receipt"] == {"kind": "pasted", "words": len(FERRY.split())}
    assert paged["text"].startswith("Night ferry to restart\n")
    assert "Something else" not in paged["text"]
    assert paged["published"] == "2025-04-28"


async def test_a_link_alone_is_fetched(dateline: CommandLine) -> None:
    """Several side by side, in their order, with what the site says when it fails."""
    async with Website() as site:
        for number in range(9):
            site.page(f"/ferry-{number}", page())
        urls = [site.url(f"/ferry-{number}") for number in range(9)]
        online = dateline.given(web=lambda: Web(allow=(site.allow,)))
        stdin = lines(*({"id": url, "url": url} for url in (*urls, site.url("/gone"))))
        run = await asyncio.to_thread(online, "digest", "--jsonl", stdin=stdin)
    assert [each["id"] for each in run.objects[:9]] == urls
    assert all(each["article"]["receipt"]["kind"] == "full" for each in run.objects[:9])
    assert run.objects[9]["error"]["kind"] == "http_status"
    assert run.code == 1


def test_the_same_input_gives_the_same_output(dateline: CommandLine) -> None:
    """No clock, no cache, no chance; and it does not matter what else is in the stream."""
    ferry = {"id": 1, "text": FERRY}
    first = dateline("digest", "--jsonl", stdin=lines(ferry)).out
    assert dateline("digest", "--jsonl", stdin=lines({"id": 0, "text": DAM}, ferry)).out.endswith(first)
