from __future__ import annotations

import pytest

from bot.articles.urls.links import Place, find, parse, place
from bot.errors import BadUrl


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("https://Example.COM/News/a", "https://example.com/News/a"),
        ("https://example.com", "https://example.com/"),
        ("https://example.com./a", "https://example.com/a"),
        ("https://example.com:443/a", "https://example.com/a"),
        ("http://example.com:80/a", "http://example.com/a"),
        ("https://example.com/a#part", "https://example.com/a"),
        ("https://example.com/a/../b/./c", "https://example.com/b/c"),
        ("https://example.com/%7Euser/%e2%82%ac", "https://example.com/~user/%E2%82%AC"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/a?", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2"),
        ("https://example.com/a?id=7&utm_source=x&fbclid=y&UTM_Medium=z", "https://example.com/a?id=7"),
        ("https://example.com/a?ref=home&smid=tw-share", "https://example.com/a"),
        ("https://example.com/a/amp/", "https://example.com/a/"),
        ("https://example.com/a/amp", "https://example.com/a"),
        ("https://example.com/amp/a", "https://example.com/a"),
        ("https://example.com/a.amp.html", "https://example.com/a.html"),
        ("https://example.com/a.amp", "https://example.com/a"),
        ("https://example.com/a?amp=1", "https://example.com/a"),
        ("https://example.com/a?outputType=amp", "https://example.com/a"),
        ("https://amp.example.com/a", "https://www.example.com/a"),
        ("https://m.example.co.uk/a", "https://www.example.co.uk/a"),
        ("https://mobile.news.example.com/a", "https://news.example.com/a"),
        ("https://en.m.example.org/wiki/A", "https://en.example.org/wiki/A"),
        ("https://m.example/a", "https://m.example/a"),
        ("https://www.google.com/amp/s/www.example.com/a/amp", "https://www.example.com/a"),
        ("https://www-example-com.cdn.ampproject.org/v/s/www.example.com/a", "https://www.example.com/a"),
        ("https://www-example-com.cdn.ampproject.org/c/www.example.com", "http://www.example.com/"),
        ("https://cdn.ampproject.org/nothing", "https://cdn.ampproject.org/nothing"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("  https://example.com/a  ", "https://example.com/a"),
        ("HTTPS://example.com/a|b", "https://example.com/a%7Cb"),
        ("https://my_site.example.com/a", "https://my_site.example.com/a"),
    ],
)
def test_every_variant_of_a_link_is_one_page(typed: str, identity: str) -> None:
    """Tracking, fragments, AMP, mobile hosts, default ports, case, dots and escapes do not make another page."""
    assert parse(typed).canonical == identity


def test_what_is_fetched_keeps_its_parameters() -> None:
    """Only the identity is shortened: the address that is opened is the one that was posted, without its fragment."""
    assert parse("https://m.example.com/a?utm_source=x#y").url == "https://m.example.com/a?utm_source=x"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "not a link",
        "example.com/a",
        "ftp://example.com/a",
        "javascript://example.com/%0aalert(1)",
        "file:///etc/passwd",
        "https://",
        "https:///a",
        "https://user@example.com/",
        "https://user:secret@example.com/",
        "https://example.com@other.example/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:port/",
        "https://exa mple.com/",
        "https://example.com/a b",
        "https://example.com\\@other.example/",
        "https://example.com/\r\nHost: other.example",
        "https://exam\tple.com/",
        "https://example.com/\u202eexe",
        "https://-example.com/",
        "https://example..com/",
        "https://%65xample.com/",
        "https://[::1/",
        "https://[::1%25lo]/",
        "https://[not-an-address]/",
        "https://1.2.3.4.5/",
        "https://256.1.1.1/",
        "https://1.2.3.09/",
        "https://example.1/",
        "https://" + "9" * 41 + "/",
        "https://" + "a" * 64 + ".com/",
        "https://xn--" + "\u2603" * 70 + ".com/",
        "https://example.com/" + "a" * 2_048,
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(typed: str) -> None:
    """One sentence that says what to do, and that never repeats what was typed: it may hold a password."""
    with pytest.raises(BadUrl) as refused:
        parse(typed)
    assert refused.value.message.endswith(".")
    assert "secret" not in refused.value.message


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.com/a?token=abc",
        "https://example.com/a?access_token=abc",
        "https://example.com/a?X-Amz-Signature=0",
        "https://example.com/a?sig=abc&se=2025",
        "https://example.com/a?apiKey=1",
        "https://example.com/a?password=hunter2",
        "https://example.com/a;jsessionid=12",
        "https://example.com/a?unlocked_article_code=1.aB",
        "https://example.com/reset/eyJhbGciOiJI.eyJzdWIiOiIx",
        "https://example.com/a?k=d41d8cd98f00b204e9800998ecf8427e",
        "https://example.com/a?k=123e4567-e89b-12d3-a456-426614174000",
        "https://example.com/d/1aBcD3fGhIjK9mNoPqRsT-uVwX_yZ12345/edit",
        "https://example.com/a#access_token=abc",
    ],
)
def test_a_link_that_carries_a_secret_is_known(typed: str) -> None:
    """Whoever has such an address has the page, so what it returns is never shared."""
    assert parse(typed).secret


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.com/2025/03/04/kenya-and-ethiopia-reopen-the-moyale-crossing",
        "https://example.com/wiki/Some_Long_Title_With_2019_Digits",
        "https://example.com/story.php?id=1234567890123456789012",
        "https://example.com/a?token=",
        "https://example.com/NEWS-2019-11-Long-Slug-With-Caps-And-1-Digit",
    ],
)
def test_an_ordinary_link_carries_none(typed: str) -> None:
    """Slugs, titles and numbers are no keys."""
    assert not parse(typed).secret


def test_links_are_found_in_plain_text() -> None:
    """In order, each page once, without the punctuation and the marks around them."""
    text = (
        "See (https://example.com/a_(b)), **https://example.com/c**, [this](https://example.com/d). "
        "“https://example.com/e”; https://example.com/f?x=1! <https://example.com/g|g> https://user@example.com/ "
        "again https://example.com/a_(b)?utm_source=mail … and http://[ or https://example.com/h…"
    )
    found = [link.canonical.removeprefix("https://example.com/") for link in find(text)]
    assert found == ["a_(b)", "c", "d", "e", "f?x=1", "g", "h"]


@pytest.mark.parametrize(
    "bait", ["http://" * 30_000, "https://a.example/" + ")" * 200_000, "https://a.example/c " * 10_000]
)
def test_finding_links_survives_bait(bait: str) -> None:
    """A long text made to be slow is read in no time, and gives at most the one link in it."""
    assert len(find(bait)) <= 1


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("https://example.com/a:1", Place("https", "example.com", 443)),
        ("http://example.com:8080/", Place("http", "example.com", 8080)),
        ("https://[2606:4700::1111]/", Place("https", "[2606:4700::1111]", 443)),
        ("https://[2606:4700::1111]:81/", Place("https", "[2606:4700::1111]", 81)),
    ],
)
def test_where_a_link_leads(url: str, where: Place) -> None:
    """Scheme, host and port, whichever of them stand in the link."""
    assert place(parse(url)) == where
