"""Which of several articles a question names."""

from __future__ import annotations

import pytest

from bot.answers.suggest import suggest
from bot.answers.which import which
from bot.model import Article, Digest
from tests.handlers.views import builders as b

FERRY = "Norway brings back the ferry to Runde"
ARTICLES: tuple[tuple[Article, Digest], ...] = (
    (b.article(), b.digest()),
    (b.article(FERRY, site="Fjord Gazette"), Digest("v1", FERRY, countries=(b.country("NO", "Norway", text=FERRY),))),
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("when does the ferry sail?", 1),
        ("what did Yusuf say?", 0),
        ("and Ethiopia?", 0),
        ("what does the Norwegian government want?", 1),
        ("is that in the Fjord Gazette?", 1),
        ("why?", None),
        ("how many were there?", None),
        ("do Kenya and Norway both agree?", None),
    ],
)
def test_the_article_that_a_question_names(words: str, place: int | None) -> None:
    """By headline, outlet, people or countries; None where it names no one of them."""
    assert which(words, ARTICLES) == place


def test_a_word_of_every_article_tells_none_apart() -> None:
    """Two reports of one event: the words that both have say nothing."""
    assert which("when does the Moyale crossing reopen?", (ARTICLES[0], ARTICLES[0])) is None


def test_words_that_any_question_has_name_no_article() -> None:
    """A headline may say “will”, too."""
    soon = "Norway will bring back the ferry over Runde sound"
    articles = (ARTICLES[0], (b.article(soon), Digest("v1", soon)))
    assert which("will they say more about what is over there?", articles) is None


def test_suggestions_are_about_what_the_digest_found() -> None:
    """Three at most, the most useful first; none for an article that states nothing."""
    assert suggest(b.digest()) == ("What did Amina Yusuf say?", "What happens next?", "Why?")
    found = (b.fact("figure", "600 lorries"), b.fact("figure", "$40 million a year"))
    kept = b.digest(quotes=(), upcoming=(), why=(), figures=found)
    assert suggest(kept) == ("What are the figures?", "Who is Amina Yusuf?", "Who is Dawit Bekele?")
    assert suggest(Digest("v1", "x", when=kept.when, where=kept.where)) == (
        "When did it happen?",
        "Where did it happen?",
    )
    assert suggest(Digest("v1", "x")) == ()
