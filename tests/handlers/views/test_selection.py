"""What of a digest is shown, and in which order."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from bot.model import Digest, Fact
from handlers.views.selection import Shown, select
from tests.handlers.views import builders as b

OPENED = "The council of Moyale opened the new bridge on Monday."
HALE = "Hale, who lives beside it, had asked for a railing."
PETER = "Peter Hale and 40 other engineers had built the bridge in only nine months."
TOLL = "Lorries will pay 30 shillings for each crossing from June on."
CRACKS = "Two of its pillars have shown cracks since the last flood, an inspector found."
AGAIN = "On Monday in Moyale the council had the new bridge opened at 10 o'clock."
STORY = f"{OPENED} {PETER} {HALE} {TOLL} {CRACKS} {AGAIN}"


def shown(text: str = STORY, title: str | None = None, published: str | None = None, **fields: Any) -> Shown:
    """What is shown of a digest with these facts."""
    start = len(title) + 1 if title else 0
    article = b.article(f"{title}\n{text}" if title else text, title=title, published=published, body_start=start)
    return select(Digest("v1", title or "", **fields), article)


def key(words: str, text: str = STORY) -> Fact:
    """A key fact."""
    return b.fact("key", words, text)


def words(facts: tuple[Fact, ...]) -> list[str]:
    """Their words."""
    return [fact.words for fact in facts]


def test_key_facts_stand_as_in_the_article() -> None:
    """The best are chosen, then told in the order of the story, so that nobody is spoken of before being introduced."""
    found = shown(key_facts=(key(CRACKS), key(HALE), key(TOLL), key(PETER)))
    assert words(found.keys) == [PETER, HALE, TOLL, CRACKS]


def test_a_name_that_no_line_introduces_is_not_shown() -> None:
    """Neither Who nor a line above says who Hale is: the sentence is left out."""
    assert words(shown(key_facts=(key(HALE), key(TOLL))).keys) == [TOLL]
    found = shown(who=(b.fact("who", "Peter Hale", STORY),), key_facts=(key(HALE), key(TOLL)))
    assert words(found.keys) == [HALE, TOLL]
    assert words(shown(key_facts=(key(HALE),)).keys) == []


def test_key_facts_say_nothing_that_happened_already() -> None:
    """In other words, with other numbers: the event is told once; so is a reason."""
    found = shown(what=(b.fact("what", OPENED, STORY),), key_facts=(key(AGAIN), key(TOLL)))
    assert words(found.keys) == [TOLL]
    why = b.fact("why", "two of its pillars have shown cracks since the last flood", STORY.replace("Two", "two"))
    found = shown(title="Pillars in Moyale", why=(why,), key_facts=(key(CRACKS), key(TOLL)))
    assert words(found.keys) == [TOLL]


def test_key_facts_have_a_room() -> None:
    """Two in any case, then what fits; a sentence that no screen holds is never one."""
    distinct = ["".join(letters) for letters in permutations("abcdef", 4)]
    long = [f"Many: {' '.join(distinct[at : at + 45])} came." for at in (0, 50, 100, 150)]
    text = " ".join((*long, TOLL, "Endless " * 50))
    found = shown(text, key_facts=(key("Endless " * 49, text), *(key(each, text) for each in (*long, TOLL))))
    assert words(found.keys) == [*long[:2], TOLL]


def test_the_opening_tells_what_happened_where_nothing_else_does() -> None:
    """A headline alone leaves a reader without the event; a sentence far down, or of something else, isn't it."""
    title = "Moyale bridge opens"
    text = f"{title}\n{STORY}"
    found = shown(title=title, key_facts=(key(TOLL, text), key(OPENED, text)))
    assert found.what is not None
    assert found.what.words == OPENED
    assert words(found.keys) == [TOLL]
    far = f"{title}\n{'Rain fell. ' * 50}{AGAIN}"
    found = shown(far.partition("\n")[2], title=title, key_facts=(key(AGAIN, far),))
    assert found.what is not None
    assert found.what.words == AGAIN
    town = Fact("where", "Moyale", b.evidence("Moyale", text, OPENED), certainty="reported")
    found = shown(title="Moyale and its bridge", where=(town,))
    assert found.what is not None
    assert (found.what.words, found.what.evidence.start, found.what.certainty) == (OPENED, 22, "reported")
    assert shown(title="A new toll in Kenya", key_facts=(key(CRACKS),)).what is None
    assert shown(key_facts=(key(OPENED),)).what is None


def test_what_comes_next_stands_in_its_order() -> None:
    """Dates first; what was over when the article came out is not next, nor what takes too much room."""
    facts = (
        b.fact("upcoming", TOLL, STORY),
        b.fact("upcoming", CRACKS, STORY, date="2025-06-01"),
        b.fact("upcoming", OPENED, STORY, date="2025-03-02"),
        b.fact("upcoming", PETER, STORY, date="2025-03"),
    )
    assert words(shown(published="2025-03-04", upcoming=facts).upcoming) == [CRACKS, TOLL]
    assert words(shown(published="2025-03-04", upcoming=facts[1:]).upcoming) == [PETER, CRACKS]
    assert words(shown(upcoming=facts[2:]).upcoming) == [PETER, OPENED]
    assert shown(upcoming=(b.fact("upcoming", "It will cost 30 shillings from June on."),)).upcoming == ()
    long = (b.fact("upcoming", TOLL * 3, TOLL * 3), b.fact("upcoming", CRACKS * 2, CRACKS * 2))
    assert len(shown(upcoming=long).upcoming) == 1


def test_a_reason_in_the_headline_or_of_one_word_is_none() -> None:
    """The headline says it already; a crumb adds nothing to a line that has it."""
    cracks = b.fact("why", "cracks", STORY)
    assert shown(title="Moyale bridge closed over cracks", why=(cracks,)).why is None
    assert shown(why=(cracks,), what=(b.fact("what", CRACKS, STORY),)).why is None
    assert shown(why=(cracks,), key_facts=(key(CRACKS),)).why is None
    assert shown(why=(cracks,), key_facts=(key(TOLL),)).why == cracks


def test_those_who_act_are_named_with_the_event_or_by_a_role() -> None:
    """The best answer stays; another one that only the story further down names is somebody else's."""
    answers = (("the town", None), ("Amina Yusuf", None), ("Peter Hale", None), ("Dawit Bekele", "an inspector"))
    people = tuple(b.fact("who", name, role=role) for name, role in answers)
    found = shown(title="Hale opens the bridge", who=people)
    assert words(found.who) == ["the town", "Peter Hale", "Dawit Bekele"]


def test_one_whole_sentence_is_worth_more_than_a_scrap_beside_it() -> None:
    """A part of a sentence is quoted only where there is nothing else; two sentences fit together."""
    text = f"“{OPENED}” “{CRACKS}” “a door between two towns”"
    said = ((OPENED, "Amina Yusuf"), ("a door between two towns", "Dawit Bekele"), (CRACKS, "Peter Hale"))
    found = [b.said(each, name, text=text) for each, name in said]
    both = select(Digest("v1", "", quotes=tuple(found)), b.article(text))
    assert [saying.words for saying in both.quotes] == [OPENED, CRACKS]
    one = select(Digest("v1", "", quotes=tuple(found[:2])), b.article(text))
    assert [saying.words for saying in one.quotes] == [OPENED]
    scrap = select(Digest("v1", "", quotes=(found[1],)), b.article(text))
    assert [saying.words for saying in scrap.quotes] == ["a door between two towns"]


@pytest.mark.parametrize(("speaker", "many"), [("Amina Yusuf", 1), ("Dawit Bekele", 2)])
def test_a_few_more_words_of_one_speaker_add_nothing(speaker: str, many: int) -> None:
    """Those of somebody else do."""
    text = f"“{OPENED}” The crowd sang and cheered for a while. “{b.DOOR}”"
    found = (b.said(OPENED, "Amina Yusuf", text=text), b.said(b.DOOR, speaker, text=text))
    assert len(select(Digest("v1", "", quotes=found), b.article(text)).quotes) == many
