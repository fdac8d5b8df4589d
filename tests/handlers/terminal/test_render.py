"""What a person reads at a terminal."""

from __future__ import annotations

from bot.model import Answer, Article, Country, Digest, Evidence, Fact, Item, Quote, Receipt, Source
from handlers import render
from handlers.render import Paper

TEXT = (
    "Norway and Denmark will restart the night ferry. The ferry may pay for itself, Oslo says. "
    "The ferry costs $12 million. "
    "Kari Solheim said: “At last we meet again.” Both meet on June 2. Trains and buses were added."
)
ARTICLE = Article(
    "https://example.org/f",
    "https://example.org/f",
    "Fjord Wire",
    "Night ferry",
    ("A. Lie",),
    "2025-04-28",
    "en",
    f"Night ferry\n{TEXT}",
    Receipt("pasted", 34),
    12,
)


def _evidence(words: str) -> Evidence:
    start = ARTICLE.text.index(words)
    sentence = next(part for part in TEXT.split(". ") if words in part)
    return Evidence(start, start + len(words), words, sentence)


def _fact(slot: str, words: str, **more: object) -> Fact:
    return Fact(slot, words, _evidence(words), **more)  # type: ignore[arg-type]  # a builder of many kinds of fact


DIGEST = Digest(
    "v1",
    "Night ferry",
    who=(_fact("who", "Kari Solheim", role="minister"),),
    what=(_fact("what", "Norway and Denmark will restart the night ferry"),),
    why=(_fact("why", "for itself"),),
    how=(_fact("how", "Trains and buses were added."),),
    key_facts=(
        _fact("key", "The ferry may pay for itself, Oslo says", certainty="hedged", attribution="Oslo"),
        _fact("key", "The ferry costs $12 million"),
    ),
    figures=(_fact("figure", "$12 million"), _fact("figure", "June 2")),
    upcoming=(
        _fact("upcoming", "Both meet on June 2", date="2025-06-02"),
        _fact("upcoming", "restart the night ferry"),
    ),
    quotes=(Quote("At last we meet again.", _evidence("At last"), "Kari Solheim", "NTB"),),
    countries=(Country("NO", "Norway", "actor", 0.9, about=True, evidence=None),),
    sourcing=(Source("NTB", "news_agency", _evidence("Kari")),),
)


def test_a_digest_reads_like_the_message_in_slack() -> None:
    """Headline, a line of context, labelled fields with how firm they are, and what was read."""
    said = render.digest(ARTICLE, DIGEST)
    assert said.startswith(
        "Night ferry\n🗓 published Mon 28 Apr 2025 · 🇳🇴 Norway · Fjord Wire\n\nWhat happened   Norway and"
    )
    assert "Who             Kari Solheim, minister\n" in said
    assert "Key facts\n • The ferry may pay for itself, Oslo says  [hedged]\n" in said
    assert "In their words  “At last we meet again.” — Kari Solheim, via NTB\n" in said
    assert "Next            2 Jun 2025: Both meet on June 2\n" in said
    assert "How             Trains and buses were added.\n" in said
    assert "Sources in the text  NTB (news agency)" in said
    assert said.endswith("\nRead as given (34 words) · every line is the article's own wording")


def test_what_is_not_stated_is_left_out() -> None:
    """No label stands without words."""
    article = Article(None, None, None, None, (), None, "en", TEXT, Receipt("full", 34))
    assert render.digest(article, Digest("v1", "")).splitlines() == [
        "An article without a headline",
        "",
        "",
        "Read in full (34 words) · every line is the article's own wording",
    ]


def test_a_narrow_terminal_wraps_under_the_labels() -> None:
    """Nothing is wider than it, headings are set off, and words stay whole."""
    said = render.digest(ARTICLE, DIGEST, Paper(50, lambda words: f"<{words}>")).splitlines()
    assert said[0] == "<Night ferry>"
    assert "<What happened>   Norway and Denmark will restart" in said
    assert "                the night ferry" in said
    assert max(map(len, said)) <= 52


def test_no_page_reaches_the_terminal_itself() -> None:
    """Escape sequences, bidi and zero-width characters of a page are not printed."""
    evil = "\x1b]0;owned\x07\x1b[31mRed\u202e\u200b \x9b2J"
    article = Article(None, None, evil, evil, (evil,), None, "en", f"{evil}\n{evil}", Receipt("full", 3), 0)
    facts = (Fact("what", evil, Evidence(0, 9, evil, evil), attribution=evil, certainty="hedged"),)
    answer = Answer(answerable=True, confidence=1, words=evil, evidence=(Evidence(0, 9, evil, evil),))
    for said in (
        render.digest(article, Digest("v1", evil, what=facts, key_facts=facts)),
        render.article(article),
        render.answer(answer),
    ):
        assert "Red" in said
        assert all(sign.isprintable() or sign == "\n" for sign in said)


def test_an_article_stands_under_what_is_known_of_it() -> None:
    """Title, outlet, author, date and address; then its text, and what was read."""
    said = render.article(ARTICLE).splitlines()
    assert said[:3] == ["Night ferry", "Fjord Wire · A. Lie · 2025-04-28 · https://example.org/f", ""]
    assert said[3] == TEXT
    assert said[-1] == "Read as given (34 words)"


def test_a_text_alone_begins_at_once() -> None:
    """Without a title there is no empty heading."""
    assert render.article(Article(None, None, None, None, (), None, "en", "A.\n\nB.", Receipt("pasted", 2))) == (
        "A.\n\nB.\n\nRead as given (2 words)"
    )


def test_a_text_that_was_cut_says_so() -> None:
    """Whatever it was."""
    article = Article(None, None, None, None, (), None, "en", TEXT, Receipt("pasted", 34), 0, clipped=True)
    assert "first part only" in render.digest(article, DIGEST)


def test_an_answer_comes_with_its_sentence() -> None:
    """Yes or no first, items as a list."""
    oslo = _evidence("Oslo")
    said = render.answer(
        Answer(
            answerable=True,
            confidence=0.9,
            words="Oslo says",
            verdict="yes",
            items=(Item("Oslo", oslo),),
            evidence=(oslo,),
        )
    )
    assert said == "Yes. Oslo says\n • Oslo\n • “The ferry may pay for itself, Oslo says”"


def test_what_is_not_answered_is_said() -> None:
    """With the nearest sentences, if there are any."""
    assert render.answer(Answer(answerable=False, confidence=0)) == "The article doesn't state that."
    near = Answer(answerable=False, confidence=0.1, evidence=(_evidence("Oslo"),))
    assert render.answer(near).startswith("The article doesn't state that; the nearest that it says:\n • “The ferry")


def test_countries_are_a_line_each() -> None:
    """With flag, role and salience."""
    chile = Country("CL", "Chile", "mentioned", 0.04, about=False, evidence=None)
    assert render.countries((*DIGEST.countries, chile)) == (
        "🇳🇴 Norway (NO) · actor · 0.90 · about\n🇨🇱 Chile (CL) · mentioned · 0.04"
    )
    assert render.countries(()) == "The article names no country."
