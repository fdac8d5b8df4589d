from __future__ import annotations

import pytest

from bot.articles.urls.links import parse
from bot.articles.web.fetch import Web
from bot.errors import BadUrl, ForbiddenAddress, Refusal
from tests.bot.articles.resolvers import Names
from tests.bot.articles.sockets import recorded
from tests.bot.articles.urls_hostile import FORBIDDEN, NO_LINK
from tests.fakes.web import Website, response

PUBLIC = "93.184.216.34"
# What a scripted name server answers for every name; addresses in links are never asked for.
LOOPBACK = Names(("127.0.0.1",))
FORBIDDEN_URLS = [pytest.param(url, id=f"{kind}: {url!a}") for kind, urls in FORBIDDEN.items() for url in urls.split()]
NO_LINKS = [pytest.param(url, id=f"{kind}: {url!a:.80}") for kind, urls in NO_LINK.items() for url in urls]


def test_the_tables_are_as_large_as_they_should_be() -> None:
    """Every kind has its rows, and none stands there twice."""
    urls = [str(row.values[0]) for row in (*FORBIDDEN_URLS, *NO_LINKS)]
    assert len(set(urls)) == len(urls) >= 350


@pytest.mark.parametrize("url", FORBIDDEN_URLS)
async def test_no_socket_opens_to_an_address_off_the_public_internet(url: str) -> None:
    """However it is spelled, and whatever the name servers say: refused as forbidden, and nothing is connected."""
    with recorded() as tried:
        async with Web(lookup=LOOPBACK) as web:
            with pytest.raises(ForbiddenAddress) as refused:
                await web.get(parse(url))
    assert tried == []
    assert refused.value.message.endswith("paste the article's text instead.")


@pytest.mark.parametrize("url", NO_LINKS)
async def test_what_is_no_link_to_a_page_is_refused_before_any_look_up(url: str) -> None:
    """Ports, schemes, user names, controls, confusing parsers: refused by the link alone."""
    names = Names((PUBLIC,))
    with recorded() as tried:
        async with Web(lookup=names) as web:
            with pytest.raises(BadUrl):
                await web.get(parse(url))
    assert (tried, names.asked) == ([], [])


async def test_no_redirect_leads_to_any_of_them(site: Website) -> None:
    """A page that is public itself sends a reader to each row of the tables: only the page is connected to."""
    async with Web(allow=(site.allow,), lookup=LOOPBACK) as web:
        for number, row in enumerate((*FORBIDDEN_URLS, *NO_LINKS)):
            url = str(row.values[0])
            location = url.encode("utf-8", "surrogatepass").replace(b"\r", b"%0D").replace(b"\n", b"%0A")
            moved = response(b"", "302 Found", {"Location": "{}"}).replace(b"{}", location)
            start = parse(site.raw(f"/{number}", moved))
            with recorded() as tried, pytest.raises(Refusal):
                await web.get(start)
            assert {place for place in tried if place != ("127.0.0.1", site.port)} == set(), url


async def test_what_stands_behind_a_fragment_is_no_host() -> None:
    """The host is what stands before the fragment, the query and the path, for every part of the bot."""
    for url in (
        "http://example.com#@127.0.0.1:22/",
        "http://example.com?@127.0.0.1:22/",
        "http://example.com/@127.0.0.1:22/",
        "http://example.com/\\@127.0.0.1:22/",
        "http://example.com#\\@127.0.0.1:22/",
        "http://EXAMPLE.com?://127.0.0.1/",
    ):
        names = Names(("10.0.0.1",))
        async with Web(lookup=names) as web:
            with pytest.raises(ForbiddenAddress, match=r"^example\.com "):
                await web.get(parse(url))
        assert names.asked == ["example.com:80"]


async def test_a_proxy_gets_no_link_to_a_private_address(unused_tcp_port: int) -> None:
    """Names of the internet are the proxy's to judge; addresses, and names from inside a network, are judged here."""
    inside = "http://localhost/ http://a.localhost/ http://metadata.google.internal/ http://wiki/ http://nas.home.arpa/"
    addresses = f"http://169.254.169.254/ http://[::1]/ http://2130706433:{443}/ http://0x7f.1/ http://printer.local/"
    with recorded() as tried:
        async with Web(proxy=f"http://127.0.0.1:{unused_tcp_port}") as web:
            for url in (*inside.split(), *addresses.split()):
                with pytest.raises(Refusal) as refused:
                    await web.get(parse(url))
                assert refused.value.kind == "forbidden_address"
    assert tried == []
