"""JSON Lines: one object in, one out, same order, whatever is wrong with some of them."""

from __future__ import annotations

import asyncio

from bot.articles.web.fetch import Web
from tests.fakes.web import Website
from tests.handlers.terminal.articles import DAM, FERRY, lines, page
from tests.handlers.terminal.conftest import CommandLine


def test_every_line_gets_its_line_in_order(dateline: CommandLine) -> None:
    """Good and bad records in one stream: ids in order, an error on its own line, and exit code 1."""
    run = dateline(
        "digest",
        "--jsonl",
        stdin=lines(
            {"id": "ferry", "title": "Night ferry to restart", "text": FERRY, "published": "2025-04-28"},
            b"no json",
            {"id": 2, "text": "This is too short for it."},
            {"text": FERRY},
            b"",
            b'["id"]',
            {"id": "dam", "text": DAM, "gold": {"ignored": [1, 2]}, "published": "2025-02-06 10:30:00"},
        ),
    )
    said = [(each["id"], each.get("error", {}).get("kind")) for each in run.objects]
    no_record = (None, "bad_input")
    assert said == [("ferry", None), no_record, (2, "too_short"), *[no_record] * 3, ("dam", None)]
    assert run.code == 1
    assert run.err == ""
    assert run.objects[6]["article"]["published"] == "2025-02-06T10:30:00"


def test_a_stream_without_faults_exits_with_0(dateline: CommandLine) -> None:
    """Also an empty one."""
    assert dateline("countries", "--jsonl", stdin=lines({"id": 1, "text": DAM})).code == 0
    assert dateline("digest", "--jsonl", stdin=b"") == dateline("read", "--jsonl", stdin=b"")


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
