"""What a question is about: its subject, names, numbers and time, and what it takes from the question before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answers.wish import names_of, plainly, understand
from bot.model import Question, Reading

if TYPE_CHECKING:
    from bot.answers.wish import Wish
    from bot.facts.reader import SpacyReader


def wish_of(reader: SpacyReader, *questions: str) -> Wish:
    """Of the last question, after those before it."""
    wishes: list[Wish] = []
    for words in questions:
        wishes.append(understand(Question(words), reader.parse(plainly(words)), wishes))
    return wishes[-1]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("whats the plan", "What is the plan?"),
        ("how long's he been there?", "How long is he been there?"),
        ("why didn't they stop", "Why did not they stop?"),
        ("they won't say who won't they?", "They will not say who will not they?"),
        ("were is the summit?", "Where is the summit?"),
        ("<@U12AB> when’s the vote please", "When is the vote?"),
        ("Mrs. Dale left early. where is she now", "Where is she now?"),
        ("does the article say why it sank?", "Why it sank?"),
        ("did they tell the police?", "Did they tell the police?"),
        ("the Harbour's owner", "The Harbour's owner?"),
        ("??", ""),
    ],
)
def test_a_question_is_read_as_a_careful_person_would_type_it(typed: str, plain: str) -> None:
    """What is read as grammar has no chatter, no contractions, no mistyped question word; twice is as once."""
    assert plainly(typed) == plain
    assert plainly(plain) == plain


def test_names_typed_small_are_known_by_the_article(reader: SpacyReader) -> None:
    """The article has Omar Haddad, and nothing else is called so; "may" is a word of its own there."""
    text = "Judge Omar Haddad may rule in May, and Haddad will write it down."
    names = names_of(text, reader.parse(text))
    assert plainly("what may omar haddad rule", names) == "What may Omar Haddad rule?"
    wish = understand(Question("what may omar haddad rule"), None, (), names)
    assert wish.names == ("Omar", "Haddad")


def test_names_numbers_and_time_are_kept_apart(reader: SpacyReader) -> None:
    """What the article must have, if it is to answer."""
    wish = wish_of(reader, "why did Lumenta cut 640 jobs in Rostock last year?")
    assert wish.names == ("Lumenta", "Rostock")
    assert wish.numbers == ("640",)
    assert wish.time == "last year"
    weights = dict(wish.focus)
    assert weights["lumenta"] > weights["job"] > 0
    assert "why" not in weights


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("what did the mayor say about it", "the mayor"),
        ("quotes by Petra Lindholm on the losses", "petra lindholm"),
        ("who's odd nilsen", "odd nilsen"),
        ("where did the crew sleep", "the crew"),
        ("numbers?", None),
    ],
)
def test_a_question_has_a_subject(reader: SpacyReader, words: str, subject: str | None) -> None:
    """Who is asked to have spoken, whom "who is" asks for, else the subject of the verb."""
    assert wish_of(reader, words).subject == subject


def test_what_is_asked_for_has_a_noun_a_number_and_a_preposition(reader: SpacyReader) -> None:
    """The question "which hospitals … to" asks for several, and each follows "to"."""
    wish = wish_of(reader, "which hospitals were they taken to?")
    assert (wish.noun, wish.plural, wish.preposition, wish.gap) == ("hospital", True, "to", "take")


def test_another_one_takes_kind_and_words_of_the_question_before(reader: SpacyReader) -> None:
    """To say "and China?" asks the same of China instead of Kenya."""
    wish = wish_of(reader, "how many troops did Kenya send?", "and China?")
    assert (wish.kind, wish.leans, wish.names) == ("how_many", True, ("China",))
    lemmas = {lemma for lemma, _ in wish.focus}
    assert {"china", "troop", "send"} <= lemmas
    assert "kenya" not in lemmas
    assert wish_of(reader, "when does the ban start?", "what about the fines").kind == "when"


def test_a_pronoun_stands_for_the_subject_before(reader: SpacyReader) -> None:
    """By "she" is meant whom the question before was about."""
    wish = wish_of(reader, "who is Petra Lindholm?", "what did she say?")
    assert (wish.kind, wish.subject, wish.leans) == ("said", "petra lindholm", True)
    assert "lindholm" in dict(wish.focus)


def test_a_bare_pronoun_takes_the_words_before(reader: SpacyReader) -> None:
    """Without a subject before, all words of the question before help."""
    wish = wish_of(reader, "who was arrested?", "why was that?")
    assert wish.leans
    assert "arrest" in dict(wish.focus)


def test_a_question_of_its_own_leans_on_nothing(reader: SpacyReader) -> None:
    """It has its own names, whatever was asked before."""
    wish = wish_of(reader, "who is Petra Lindholm?", "when did the ferry reach Skarvik?")
    assert not wish.leans
    assert "lindholm" not in dict(wish.focus)


def test_grammar_of_other_words_is_not_used(reader: SpacyReader) -> None:
    """A reading that doesn't fit the plain question is left aside, and so is an empty one."""
    for other in (reader.parse("whats the plan for tomorrow then"), Reading((), (), (), ())):
        assert understand(Question("whats the plan"), other) == understand(Question("whats the plan"))
