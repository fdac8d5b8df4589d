"""Answers as somebody in the thread sees them."""

from __future__ import annotations

from bot.model import Answer, Dossier, Evidence, Item, Reading, Span
from handlers.views.answer import ladder
from handlers.views.message import Message
from tests.fakes.slack import kit
from tests.handlers.views import builders as b
from tests.handlers.views.test_limits import ANGLED, NASTY, accepted

PLACE = "sentence 3 of 6 · <https://news.example.org/africa/moyale?id=1&amp;page=2|Example Wire> · Tue 4 Mar 2025"


def sentences(text: str, start: int) -> tuple[Span, ...]:
    """The headline, and the pieces between full stops."""
    found, at = [Span(0, start - 1)] if start else [], start
    for piece in text[start:].split(". "):
        found.append(Span(at, at + len(piece)))
        at += len(piece) + 2
    return tuple(found)


def dossier(text: str = b.TEXT, **more: object) -> Dossier:
    """The made-up article as it is kept."""
    start = len(b.TITLE) + 1
    read = b.article(text, body_start=start, **more)
    return Dossier(read, b.digest(), Reading(sentences(text, start), (), (), ()))


def given(words: str, sentence: str = b.LORRIES, **more: object) -> Answer:
    """An answer with its sentence."""
    at = b.TEXT.index(sentence)
    told = Evidence(at, at + len(sentence), sentence, sentence)
    return Answer(answerable=True, confidence=0.9, words=words, evidence=(told,), **more)  # type: ignore[arg-type]  # a builder


def shown(answer: Answer, asked: str = "") -> list[str]:
    """The lines of an answer, which Slack takes in both forms."""
    laid_out, plain = ladder(answer, dossier(), asked)
    assert kit.faults(list(laid_out.blocks), "message") == []
    assert plain == Message(laid_out.text)
    return b.lines(laid_out.blocks)


def test_the_answer_its_sentence_and_its_place() -> None:
    """One compact message; a screen reader hears the same."""
    assert shown(given("About 600 lorries")) == ["*About 600 lorries*", f" | {b.LORRIES}", PLACE]
    assert ladder(given("About 600 lorries"), dossier())[0].text.split("\n") == [
        "*About 600 lorries*",
        f"> {b.LORRIES}",
        PLACE,
    ]


def test_a_sentence_that_is_the_answer_stands_once() -> None:
    """It is not quoted again below itself."""
    assert shown(given(b.LORRIES)) == [f"*{b.LORRIES}*", PLACE]


def test_yes_and_no() -> None:
    """The verdict, and the words that say so where there are some."""
    assert shown(given("", verdict="yes"))[0] == "*Yes*"
    assert shown(given("a single permit", b.PERMIT, verdict="no"))[0] == "*No: a single permit*"


def test_a_list_has_the_sentence_of_each() -> None:
    """Once below where all stand in the same one."""
    items = tuple(
        Item(words, b.evidence(words, sentence=sentence))
        for words, sentence in (("600 lorries", b.LORRIES), ("a single permit", b.PERMIT))
    )
    assert shown(given("", items=items))[:2] == [
        f" • *600 lorries* — {b.LORRIES}",
        f" • *a single permit* — {b.PERMIT}",
    ]
    together = tuple(Item(words, b.evidence(words, sentence=b.LORRIES)) for words in ("600 lorries", "customs"))
    assert shown(given("", items=together)) == [" • *600 lorries*", " • *customs*", f" | {b.LORRIES}", PLACE]


def test_a_long_list_says_how_many_more() -> None:
    """Nobody reads forty lines in a thread."""
    items = tuple(Item("customs", b.evidence("customs", sentence=b.LORRIES)) for _ in range(15))
    assert "_and 3 more_" in shown(given("", items=items))


def test_not_stated_shows_the_nearest_sentence_as_that() -> None:
    """Or says no more than that."""
    nearest = Answer(answerable=False, confidence=0.1, evidence=given("x").evidence)
    assert shown(nearest) == ["The article does not say. Nearest:", f" | {b.LORRIES}", PLACE]
    bare = shown(Answer(answerable=False, confidence=0.0))
    assert bare[0] == "The article does not say."


def test_a_suggested_question_stands_above() -> None:
    """Since nobody typed it."""
    assert shown(given("About 600 lorries"), "How many *lorries*?")[0].startswith("_How many ")


def test_an_answer_from_the_headline_or_from_a_pasted_text_says_so() -> None:
    """There is no sentence to count, and no outlet."""
    told = Answer(answerable=True, confidence=0.9, words="Kenya", evidence=(b.evidence("Kenya and", sentence=b.TITLE),))
    headline = Evidence(0, 5, "Kenya", b.TITLE)
    message = ladder(Answer(True, 0.9, told.words, None, (), (headline,)), dossier(url=None, site=None))[0]
    assert b.lines(message.blocks)[-1] == "headline · pasted text · Tue 4 Mar 2025"


def test_nothing_in_it_calls_anybody() -> None:
    """Whatever the page says, and whatever is asked."""
    words = NASTY * 30
    evidence = Evidence(0, len(words), words, words)
    items = tuple(Item(words, evidence) for _ in range(40))
    for answer in (Answer(True, 1, words, "yes", (), (evidence,)), Answer(True, 1, None, None, items)):
        for message in ladder(answer, dossier(words, site=NASTY), NASTY):
            assert len(message.text) < 4000
            assert all(found.startswith("http") for found in ANGLED.findall(message.text))
            accepted(message)
