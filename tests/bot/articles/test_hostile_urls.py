from __future__ import annotations

import pytest

from bot.articles.fetch import Web
from bot.articles.links import parse
from bot.errors import BadUrl, ForbiddenAddress, Refusal
from tests.bot.articles.resolvers import Names
from tests.bot.articles.sockets import recorded

# What a scripted name server answers for every name; addresses in links are never asked for.
LOOPBACK = Names(("127.0.0.1",))

FORBIDDEN = """
    http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/
    http://0x7f.1/ http://0177.0.0.1/ http://017700000001/ http://0177.0x0.0.1/ http://127.000.000.001/ http://0/
    http://0.0.0.0/ http://00/ http://0x/ http://127.0.0.1./ http://127.255.255.255/ http://10.0.0.1/ http://167772161/
    http://012.0.0.1/ http://172.16.0.1/ http://192.168.1.1/ http://192.168.257/ http://169.254.169.254/latest/
    http://2852039166/ http://0xa9fea9fe/ http://0251.0376.0251.0376/ http://169.254.43518/ http://100.100.100.200/
    http://168.63.129.16/ http://224.0.0.1/ http://255.255.255.255/ http://198.18.0.1/ http://192.0.2.1/
    http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::127.0.0.1]/ http://[::ffff:127.0.0.1]/
    http://[::ffff:7f00:1]/ http://[::ffff:169.254.169.254]/ http://[::ffff:0:127.0.0.1]/ http://[64:ff9b::127.0.0.1]/
    http://[64:ff9b::a9fe:a9fe]/ http://[64:ff9b:1::1]/ http://[2002:7f00:1::]/ http://[2002:a9fe:a9fe::1]/
    http://[2001:0:7f00:1::]/ http://[fd00:ec2::254]/ http://[fe80::1]/ http://[fec0::1]/ http://[ff02::1]/
    http://[3fff::1]/ http://[5f00::1]/ http://[2001:db8::1]/
    http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://①②⑦.1/
    http://localhost/ http://LOCALHOST/ http://localhost./ http://internal.example/ http://metadata.google.internal/
    http://127.0.0.1.nip.example/ http://xn--bcher-kva.example/ http://bücher.example/ https://localhost/
    http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://\uff11\uff12\uff17.\uff10.0.1/ http://\uff11\uff16\uff19.254.169.254/
"""
REFUSED_BEFORE = """
    http://127.0.0.1:22/ http://example.com:6379/ http://example.com:8080/ http://[::1]:11211/ https://example.com:25/
    http://user@127.0.0.1/ http://user:pass@example.com/ http://example.com@127.0.0.1/ http://example.com:80@127.0.0.1/
    http://127.0.0.1\\@example.com/ http://127.0.0.1:80\\@example.com:80/
    ftp://127.0.0.1/ file:///etc/passwd gopher://127.0.0.1:6379/_INFO dict://127.0.0.1:11211/stats javascript:alert(1)
    data:text/html,x jar:http://127.0.0.1!/ ldap://127.0.0.1/ unix:///var/run/docker.sock http:127.0.0.1
    http://[::1%25lo]/ http://[fe80::1%eth0]/ http://%31%32%37.0.0.1/ http://1.2.3.4.5/ http://0x100000000/
    http://127.0.0.1:99999/ http://127.0.0.1:-1/ //127.0.0.1/ http://exam<ple.com/
""".split()
CONTROLS = ("http://example.com\r\n.127.0.0.1/", "http://127.0.0.1\t/", "http://127.0.0.1 /", "http://exa\x00mple.com/")


@pytest.mark.parametrize("url", FORBIDDEN.split())
async def test_no_socket_opens_to_an_address_off_the_public_internet(url: str) -> None:
    """However it is spelled, and whatever the name servers say: refused as forbidden, and nothing is connected."""
    with recorded() as tried:
        async with Web(lookup=LOOPBACK) as web:
            with pytest.raises(ForbiddenAddress) as refused:
                await web.get(parse(url))
    assert tried == []
    assert refused.value.message.endswith("paste the article's text instead.")


@pytest.mark.parametrize("url", [*REFUSED_BEFORE, *CONTROLS])
async def test_what_is_no_link_to_a_page_is_refused_before_any_look_up(url: str) -> None:
    """Ports, schemes, user names, controls, confusing parsers: refused by the link alone."""
    names = Names(("93.184.216.34",))
    with recorded() as tried:
        async with Web(lookup=names) as web:
            with pytest.raises(BadUrl):
                await web.get(parse(url))
    assert (tried, names.asked) == ([], [])


async def test_what_stands_behind_a_fragment_is_no_host() -> None:
    """The host is what stands before the fragment, for every part of the bot."""
    names = Names(("10.0.0.1",))
    async with Web(lookup=names) as web:
        with pytest.raises(ForbiddenAddress, match=r"^example\.com "):
            await web.get(parse("http://example.com#@127.0.0.1:22/"))
    assert names.asked == ["example.com:80"]


async def test_a_proxy_gets_no_link_to_a_private_address(unused_tcp_port: int) -> None:
    """Names are the proxy's to judge; an address in the link itself is judged here, and the proxy isn't asked."""
    with recorded() as tried:
        async with Web(proxy=f"http://127.0.0.1:{unused_tcp_port}") as web:
            for url in ("http://169.254.169.254/", "http://[::1]/", f"http://2130706433:{443}/"):
                with pytest.raises(Refusal) as refused:
                    await web.get(parse(url))
                assert refused.value.kind == "forbidden_address"
    assert tried == []
