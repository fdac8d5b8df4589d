from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.articles.urls.identity import same_site
from bot.articles.urls.links import LONGEST, identity, parse
from bot.errors import BadUrl
from tests.bot.articles.urls_variants import DIFFERENT, SAME

HOSTS = """
    example.com www.example.com m.example.co.uk amp.m.www.example.com en.m.m.example.org www.google.com
    cdn.ampproject.org m.co.uk bücher.example www.www.com www.m.com 1.2.3.4 [::ffff:1.2.3.4] bing.com x.com
    example.com:8080 m.example.com:81 www.com:80 amp.com x.cdn.ampproject.org
""".split()
PIECES = """
    / amp amp/ /s/ s print print.html index.html index.htm .amp .amp.html a %2e .. . %41 %zz // www.google.com
    example.com #!/a #/b #x ? & = amp=1 id=3 utm_source=x b=2 a=1 é \\ | ' % ?amp /amp/s/ c v [ ] + ; @ : &&
""".split()


@pytest.mark.parametrize("variants", SAME, ids=lambda row: row[1])
def test_variants_of_one_article_have_one_identity(variants: tuple[str, ...]) -> None:
    """Tracking, fragments, AMP, mobile and print, ports, case, slashes, http or https, with www or without."""
    assert {identity(parse(variant)) for variant in variants} == {identity(parse(variants[0]))}


@pytest.mark.parametrize("articles", DIFFERENT, ids=lambda row: row[0])
def test_two_articles_never_have_one_identity(articles: tuple[str, ...]) -> None:
    """What may choose the page is kept, and what only looks like a variant is none."""
    assert len({identity(parse(article)) for article in articles}) == len(articles)


def addresses() -> st.SearchStrategy[str]:
    """Web addresses of all that identities look at, and of anything else."""
    tail = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=9).map("".join)
    start = st.sampled_from(("https://", "http://", "HTTP://"))
    return st.tuples(start, st.sampled_from(HOSTS), st.just("/"), tail).map("".join)


@given(addresses() | st.text().map("https://example.com/{}".format) | st.text())
@example("https://m.example.com/" + "a" * 2_025)
@example("https://m.example.com/" + "a" * 2_024)
@example("https://example.com/#!/" + "'é" * 340)
@example("https://example.com/" + "é" * 400)
def test_an_identity_is_its_own_identity(typed: str) -> None:
    """Nothing but `BadUrl` comes of any text; what is normal stays as it is, and can be read again."""
    try:
        link = parse(typed)
    except BadUrl:
        return
    assert parse(link.url).url == link.url
    assert parse(link.canonical).canonical == link.canonical
    known = identity(link)
    assert identity(parse(known)) == known == identity(parse(link.canonical))
    assert len(link.url) <= LONGEST


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("www.example.com", "m.example.com", True),
        ("example.com", "news.example.com", True),
        ("news.example.com", "example.com", True),
        ("amp.example.co.uk", "www.example.co.uk", True),
        ("example.com", "notexample.com", False),
        ("example.com", "example.org", False),
        ("a.example.com", "b.example.com", False),
        ("example.com", "com", False),
        ("example.co.uk", "co.uk", False),
        ("example.com", "example.com.evil.example", False),
    ],
)
def test_hosts_of_one_site(one: str, other: str, *, same: bool) -> None:
    """A page may say that it is another one of its site, never one of a stranger's."""
    assert same_site(one, other) is same
