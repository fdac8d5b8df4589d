"""What is worth a word when nobody asked."""

import pytest

from bot.articles import interest
from bot.articles.urls import links
from bot.errors import HttpStatus, Language, NoArticle, NotHtml, Refusal, Timeout
from bot.model import Article, Receipt

ARTICLES = [
    "https://wire.example/2025/03/04/moyale",
    "https://wire.example/world/moyale",
    "https://wire.example/kenya-ethiopia-reopen-crossing",
    "https://wire.example/item/20250304771",
    "https://wire.example/a.html",
    "https://wire.example/news/2025-03-04",
]
NONE = [
    "https://wire.example/",
    "https://wire.example/login",
    "https://github.com/team/a-long-project-name",
    "https://docs.google.com/document/d/1234567890",
    "https://en.wikipedia.org/wiki/Treaty_of_the_Two_Rivers",
    "https://www.youtube.com/watch?v=1",
]

PROSE = """
The ferry between Lowmere and Harrow Point will sail again from May, the port authority said on Thursday.
It has bought two second-hand vessels for 14 million crowns, and each of them can carry 220 passengers.
The old pier was closed two years ago, after a storm had broken eleven of its piles, according to the engineers.
Ingrid Maas, who chairs the authority, told reporters that people had waited long enough for a shorter way.
Opponents said the first departure at 6.40 in the morning served commuters and left out the islands in between.
Fares are to be announced by the end of the month, and officials expect a season ticket to cost what it did before.
The mayor of Harrow Point confirmed that buses would wait for every boat, the last one in the evening too.
The government pays a third of the costs for the first three years, the transport ministry said in a statement.
"""


@pytest.mark.parametrize("url", ARTICLES)
def test_addresses_of_articles(url: str) -> None:
    """Dated, in a section, with a headline, numbered, or a page of its own."""
    assert interest.link_looks_like_article(links.parse(url))


@pytest.mark.parametrize("url", NONE)
def test_addresses_of_other_things(url: str) -> None:
    """Front pages, sign-ins, repositories, documents, encyclopaedias, videos."""
    assert not interest.link_looks_like_article(links.parse(url))


@pytest.mark.parametrize(
    ("refusal", "url", "worth"),
    [
        (HttpStatus("Gone.", 404), ARTICLES[0], True),
        (Timeout("Slow."), ARTICLES[1], True),
        (Language("German.", "de"), ARTICLES[2], True),
        (HttpStatus("Gone.", 404), NONE[1], False),
        (Timeout("Slow."), NONE[2], False),
        (NotHtml("A PDF."), ARTICLES[0], False),
        (NoArticle("Nothing there."), ARTICLES[0], False),
    ],
)
def test_only_an_article_that_cannot_be_read_gets_its_sentence(refusal: Refusal, url: str, *, worth: bool) -> None:
    """What is no article is passed over in silence."""
    assert interest.worth_a_word(refusal, links.parse(url)) is worth


def test_a_text_that_was_not_asked_about_is_never_refused_aloud() -> None:
    """There is no link to speak of."""
    assert not interest.worth_a_word(Language("German.", "de"), None)


def article(url: str | None, *, published: str | None = None, kind: str = "full", text: str = "Words.") -> Article:
    """A page that was read."""
    receipt = Receipt(kind, len(text.split()))  # type: ignore[arg-type]  # the table's own words
    return Article(url, url, None, None, (), published, "en", text, receipt)


def test_a_page_is_an_article_when_it_says_so_or_reads_like_one() -> None:
    """Not when it lies on a host of repositories, whatever it says."""
    assert interest.is_article(article("https://wire.example/x", published="2025-03-04"))
    assert interest.is_article(article("https://wire.example/x", text=PROSE))
    assert not interest.is_article(article("https://wire.example/x"))
    assert not interest.is_article(article("https://github.com/team/x", published="2025-03-04", text=PROSE))
    assert interest.is_article(article(None, kind="pasted"))
