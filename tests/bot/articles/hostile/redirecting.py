"""Redirects, and pages that point somewhere that nobody may be led to."""

from __future__ import annotations

from bot.errors import BadUrl, ForbiddenAddress, HttpStatus, NoArticle, Unreachable
from tests.bot.articles.hostile.behaviour import READ, Behaviour, Place, article, page, redirects, sends


def _chain(hops: int) -> Behaviour:
    """A page behind so many redirects."""

    def serve(place: Place) -> str:
        place.site.page(f"{place.path}-{hops}", article())
        for hop in range(hops):
            place.site.redirect(f"{place.path}-{hop}", f"{place.path}-{hop + 1}")
        return place.site.url(f"{place.path}-0")

    return Behaviour(serve, READ if hops <= 5 else Unreachable)


def _to_and_fro(place: Place) -> str:
    place.site.redirect(f"{place.path}-b", place.path)
    return redirects("{path}-b")(place)


def _longer_and_longer(place: Place) -> str:
    """Every hop is a new address, so that no loop is seen."""
    for hop in range(8):
        place.site.redirect(f"{place.path}{'/x' * hop}", f"{place.path}{'/x' * (hop + 1)}")
    return place.url


def _relative(place: Place) -> str:
    place.site.page(f"{place.path}-b", article())
    return redirects("./..{path}-b")(place)


def _pointing(tag: str) -> Behaviour:
    """A page that names the internal service in one of its tags."""
    return Behaviour(
        lambda place: page(article(tag.replace("{0}", place.internal), tag.replace("{0}", place.internal)))(place), READ
    )


def _location(value: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {value}\r\nContent-Length: 0\r\n\r\n".encode("latin-1")


REDIRECTING = {
    "a redirect to itself": Behaviour(redirects("{path}"), Unreachable),
    "a redirect to itself with a fragment": Behaviour(redirects("#x"), Unreachable),
    "to and fro": Behaviour(_to_and_fro, Unreachable),
    "longer and longer": Behaviour(_longer_and_longer, Unreachable),
    "five redirects": _chain(5),
    "six redirects": _chain(6),
    "a relative redirect": Behaviour(_relative, READ),
    "a redirect without a target": Behaviour(page("", "302 Found"), HttpStatus),
    "a redirect to nothing": Behaviour(sends(_location("")), Unreachable),
    "a redirect to rubbish": Behaviour(sends(_location("ht!tp://[::")), HttpStatus),
    "a redirect in bytes of no charset": Behaviour(sends(_location("http://\xff\xfe/")), BadUrl),
    "a redirect to a megabyte": Behaviour(sends(_location("/" + "x" * 1_000_000)), Unreachable),
    "a redirect to 8,000 characters": Behaviour(sends(_location("/" + "x" * 8_000)), BadUrl),
    "a redirect with a line end in it": Behaviour(redirects("/x%0d%0aX-Evil:%201"), HttpStatus),
    "a redirect with a bare return": Behaviour(sends(_location("/a\rX: 1")), Unreachable),
    "two targets": Behaviour(sends(_location("javascript:1\r\nLocation: /x")), BadUrl),
    "a redirect to an internal service": Behaviour(redirects("{internal}"), BadUrl),
    "a permanent redirect to an internal service": Behaviour(redirects("{internal}", "308 Permanent"), BadUrl),
    "a redirect to loopback": Behaviour(redirects("http://127.0.0.1/"), ForbiddenAddress),
    "a redirect to a short loopback": Behaviour(redirects("http://127.1/"), ForbiddenAddress),
    "a redirect to loopback as a number": Behaviour(redirects("http://2130706433/"), ForbiddenAddress),
    "a redirect to loopback, version 6": Behaviour(redirects("http://[::1]/"), ForbiddenAddress),
    "a redirect to a mapped address": Behaviour(redirects("http://[::ffff:10.0.0.1]/"), ForbiddenAddress),
    "a redirect to the metadata of a cloud": Behaviour(redirects("http://169.254.169.254/latest/"), ForbiddenAddress),
    "a redirect to a private network": Behaviour(redirects("//192.168.0.1/admin"), ForbiddenAddress),
    "a redirect to localhost by name": Behaviour(redirects("http://localhost/"), ForbiddenAddress),
    "a redirect to another port": Behaviour(redirects("http://127.0.0.1:6379/"), BadUrl),
    "a redirect with a user": Behaviour(redirects("http://user:word@example.com/"), BadUrl),
    "a redirect to a file": Behaviour(redirects("file:///etc/passwd"), BadUrl),
    "a redirect to a script": Behaviour(redirects("javascript:alert(1)"), BadUrl),
    "a redirect to data": Behaviour(redirects("data:text/html,<p>hello"), BadUrl),
    "a redirect to gopher": Behaviour(redirects("gopher://127.0.0.1:6379/_FLUSHALL"), BadUrl),
    "a redirect to another host's FTP": Behaviour(redirects("ftp://example.com/"), BadUrl),
    "a refresh in the page": _pointing('<meta http-equiv=refresh content="0; url={0}">'),
    "nothing but a refresh": Behaviour(
        lambda place: page(f'<meta http-equiv=refresh content="0; url={place.internal}">')(place), NoArticle
    ),
    "a canonical address inside": _pointing("<link rel=canonical href='{0}'><meta property=og:url content='{0}'>"),
    "pictures from inside": _pointing(
        "<img src='{0}'><link rel=icon href='{0}'><meta property=og:image content='{0}'>"
    ),
    "frames and programs from inside": _pointing("<iframe src='{0}'></iframe><script src='{0}'></script>"),
    "links and styles from inside": _pointing("<a href='{0}'>x</a><link rel=stylesheet href='{0}'><base href='{0}'>"),
    "an external entity": Behaviour(
        lambda place: page(f"<!DOCTYPE html [<!ENTITY x SYSTEM '{place.internal}'>]>{article(before='&x;')}")(place),
        READ,
    ),
    "a host that nobody has": Behaviour(redirects("http://no-such-host.invalid/"), Unreachable),
}
