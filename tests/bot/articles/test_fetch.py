from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest

from bot.articles.urls.links import parse
from bot.articles.web.fetch import USER_AGENT, Web
from bot.errors import ForbiddenAddress, HttpStatus, Refusal, Unreachable
from tests.bot.articles.limits import QUICK
from tests.bot.articles.resolvers import Names
from tests.bot.articles.sockets import recorded
from tests.fakes.web import Website

PAGE = "<!doctype html><html><p>The crossing reopened.</p></html>"


async def test_a_page_comes_back_decoded(site: Website, web: Web) -> None:
    """Its final address, its text, what it is, and that everybody may see it."""
    async with web:
        page = await web.get(parse(site.page("/a", PAGE)))
    assert (page.url, page.text, page.kind, page.private) == (site.url("/a"), PAGE, "html", False)


async def test_the_fetcher_says_who_it_is_and_keeps_nothing(site: Website, web: Web) -> None:
    """Product, version and a contact address; a cookie that was set does not come back."""
    url = site.page("/a", PAGE, headers={"Set-Cookie": "id=1"})
    await web.get(parse(url))
    await web.get(parse(url))
    assert all(f"User-Agent: {USER_AGENT}" in head and "Cookie" not in head for head in site.heads)
    assert USER_AGENT.startswith("Dateline/")
    assert "(+https://" in USER_AGENT


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
async def test_redirects_are_followed(site: Website, web: Web, status: str) -> None:
    """To relative and absolute addresses, spaces in them too; the page has the last one's address."""
    site.page("/the%20end", PAGE)
    site.redirect("/2", site.url("/the end"), status)
    page = await web.get(parse(site.redirect("/1", "2?#x", status)))
    assert (page.url, page.text) == (site.url("/the%20end"), PAGE)


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("/from", "unreachable"),
        ("http://169.254.169.254/latest/meta-data/", "forbidden_address"),
        ("http://[::ffff:127.0.0.1]/", "forbidden_address"),
        ("http://0x7f.1/", "forbidden_address"),
        ("http://localhost/", "forbidden_address"),
        ("http://127.0.0.1:22/", "bad_url"),
        ("http://user@example.com/", "bad_url"),
        ("file:///etc/passwd", "bad_url"),
        ("javascript:alert(1)", "bad_url"),
        ("http://[", "bad_url"),
        ("http://exa\xffmple.com\\@x/", "bad_url"),
    ],
)
async def test_every_redirect_is_judged_as_if_it_had_been_posted(
    site: Website, web: Web, location: str, kind: str
) -> None:
    """Loops end, and no redirect leads to a private address, another scheme or another port."""
    with recorded() as tried, pytest.raises(Refusal) as refused:
        await web.get(parse(site.redirect("/from", location)))
    assert refused.value.kind == kind
    assert {port for _, port in tried} == {site.port}


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        ("404 Not Found", "http_status", "has no page at this address (404)"),
        ("410 Gone", "http_status", "(410)"),
        ("400 Bad Request", "http_status", "did not give the page (400)"),
        ("429 Too Many", "http_status", "asked too often (429)"),
        ("500 Oops", "http_status", "a fault of its own (500)"),
        ("503 Busy", "http_status", "(503)"),
        ("300 Choose", "http_status", "(300)"),
        ("302 Found", "http_status", "(302)"),
        ("401 Unauthorized", "blocked", "turns programs away (401)"),
        ("403 Forbidden", "blocked", "(403)"),
        ("451 Legal Reasons", "blocked", "(451)"),
    ],
)
async def test_a_status_is_told_in_a_sentence(site: Website, web: Web, status: str, kind: str, said: str) -> None:
    """What the site answered, and what a reader can do."""
    with pytest.raises(Refusal) as refused:
        await web.get(parse(site.page("/a", PAGE, status)))
    assert refused.value.kind == kind
    assert said in refused.value.message
    assert "paste the article's text" in refused.value.message
    if isinstance(refused.value, HttpStatus):
        assert str(refused.value.status) == status[:3]


async def test_a_challenge_is_blocked_whatever_its_status(site: Website, web: Web) -> None:
    """A header says that only a browser passes."""
    with pytest.raises(Refusal) as refused:
        await web.get(parse(site.page("/a", PAGE, "503 Busy", {"cf-mitigated": "challenge"})))
    assert refused.value.kind == "blocked"


@pytest.mark.parametrize(
    ("header", "private"),
    [("public, max-age=60", False), ("private", True), ("no-store", True), ("No-Store, must-revalidate", True)],
)
async def test_a_private_answer_is_known(site: Website, web: Web, header: str, *, private: bool) -> None:
    """What a page forbids to share is not shared."""
    page = await web.get(parse(site.page("/a", PAGE, headers={"Cache-Control": header})))
    assert page.private is private


async def test_a_redirect_through_a_secret_address_is_private(site: Website, web: Web) -> None:
    """What a key opened is not for everybody."""
    site.page("/open?token=abc", PAGE)
    assert (await web.get(parse(site.redirect("/short", "/open?token=abc")))).private
    assert (await web.get(parse(site.url("/open?token=abc")))).private


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PAGE.encode()), "gzip"),
        (gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode()) + b"\0\0", "x-gzip"),
        (zlib.compress(PAGE.encode()), "deflate"),
        (zlib.compress(PAGE.encode())[2:-4], "deflate"),
        (zlib.compress(gzip.compress(PAGE.encode())), "gzip, deflate"),
        (PAGE.encode(), "identity"),
    ],
    ids=("gzip", "members", "deflate", "raw", "stacked", "identity"),  # gzip holds the time: no name for a story
)
async def test_packed_pages_are_unpacked(site: Website, web: Web, body: bytes, encoding: str) -> None:
    """Gzip in several members, both kinds of deflate, two layers, or none."""
    assert (await web.get(parse(site.page("/a", body, headers={"Content-Encoding": encoding})))).text == PAGE


async def test_a_host_that_can_not_be_reached(unused_tcp_port: int) -> None:
    """A closed port, and a host without a web server, in a sentence."""
    async with Web(QUICK, (f"127.0.0.1:{unused_tcp_port}",)) as web:
        with pytest.raises(Unreachable, match="can't be reached"):
            await web.get(parse(f"http://127.0.0.1:{unused_tcp_port}/"))


async def test_a_server_without_a_certificate() -> None:
    """Something else where TLS should be is not trusted."""

    async def speak(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        writer.close()

    async with await asyncio.start_server(speak, "127.0.0.1", 0) as server:
        where = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        with pytest.raises(Unreachable, match="certificate"):
            await Web(QUICK, (where,)).get(parse(f"https://{where}/"))


async def test_only_the_named_host_and_port_are_exempt(site: Website, web: Web) -> None:
    """Another spelling of the same place is judged like any other."""
    for url in (f"http://localhost:{site.port}/", "http://127.0.0.1/"):
        with pytest.raises(Refusal) as refused:
            await web.get(parse(url))
        assert refused.value.kind in {"bad_url", "forbidden_address"}
    assert site.hits == []


async def test_a_name_that_turns_private_between_two_hops(site: Website) -> None:
    """Each hop asks again and judges again: the second answer is refused."""
    names = Names(("127.0.0.1",), ("10.0.0.1",))
    async with Web(QUICK, (f"site.example:{site.port}",), lookup=names) as web:
        site.redirect("/a", "http://site.example/b")
        with pytest.raises(ForbiddenAddress, match=r"site\.example"):
            await web.get(parse(f"http://site.example:{site.port}/a"))
    assert names.asked == [f"site.example:{site.port}", "site.example:80"]


async def test_everything_goes_through_the_proxy(site: Website) -> None:
    """The proxy gets the whole address, for a name that only it can find; its own refusal is told as such."""
    names = Names(())
    site.page("http://only-there.example/a", PAGE)
    async with Web(QUICK, proxy=f"http://{site.allow}", lookup=names) as web:
        assert (await web.get(parse("http://only-there.example/a"))).text == PAGE
        with pytest.raises(ForbiddenAddress):
            await web.get(parse("https://only-there.example/a"))
    assert names.asked == []
