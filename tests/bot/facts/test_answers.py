"""The six questions: the best answer to each, in the text's own words."""

from __future__ import annotations

import pytest

from tests.bot.facts.conftest import Find, best, first

# title, body, who, what
HEADLINES = [
    (
        "Kenya and Ethiopia reopen Moyale crossing",
        "Kenya and Ethiopia reopened the Moyale crossing on Tuesday.",
        "Kenya",
        "reopen Moyale crossing",
    ),
    (
        "Storm batters coast of Norway",
        "A storm battered the coast of Norway on Monday.",
        None,
        "batters coast of Norway",
    ),
    (
        "Mayor Apologises For Late Trams",
        "The mayor has apologised for the late trams of the winter.",
        "Mayor",
        "Apologises For Late Trams",
    ),
    (
        "Oslo: Police arrest two men after robbery",
        "Police arrested two men on Monday after a robbery in Oslo.",
        "Police",
        "arrest two men",
    ),
    (
        "Two sailors rescued off Bergen",
        "Two sailors were rescued by the coast guard off Bergen on Monday.",
        "Two sailors",
        "Two sailors rescued off Bergen",
    ),
    (
        "As prices rise, bakers cut working hours",
        "Bakers in the north cut their working hours on Monday.",
        "bakers",
        "cut working hours",
    ),
    (
        "'I was wrong': Hale resigns over late report",
        "Peter Hale has resigned over a late report on the floods.",
        "Peter Hale",
        "resigns over late report",
    ),
    (
        "Footage shows miners escaping flooded pit",
        "The miners escaped through a side tunnel on Monday, the company said.",
        "miners",
        "escaping flooded pit",
    ),
    (
        "Dana Holt plays down fears, officials say",
        "Dana Holt has played down fears of a strike at the port.",
        "Dana Holt",
        "plays down fears",
    ),
]


@pytest.mark.parametrize(("title", "body", "who", "what"), HEADLINES)
def test_a_headline_tells_who_did_what(find: Find, title: str, body: str, who: str | None, what: str) -> None:
    """In headline present, passive, behind a kicker, a clause or a quotation; a storm is nobody."""
    found = find(body, title)
    assert (first(found, "who"), first(found, "what")) == (who, what)


def test_a_headline_without_a_verb_is_the_event_itself(find: Find) -> None:
    """An explosion happens."""
    found = find("The blast destroyed two houses in Turin on Monday.", "Explosion in a street of Turin")
    assert first(found, "what") == "Explosion in a street of Turin"


def test_where_the_news_is_a_name_the_named_are_who(find: Find) -> None:
    """Readers ask for the people, not for "victims"."""
    found = find(
        "Police have named the climbers as Anna Berg, 31, from Oslo, and Tom Reed, 45.", "Police name two climbers"
    )
    assert first(found, "who") == "Anna Berg, 31, from Oslo, and Tom Reed"


def test_ministers_are_named_with_the_role_that_they_share(find: Find) -> None:
    """The plural role leads to the two whom the article introduces later."""
    found = find(
        "The trade ministers of Kenya and Ethiopia agreed on Monday to reopen the border. "
        "Kenyan Trade Minister Amina Yusuf met Ethiopia's Dawit Bekele in Moyale. "
        "Bekele said the crossing would help farmers."
    )
    roles = {fact.words: fact.role for fact in best(found, "who")[:2]}
    assert roles == {"Amina Yusuf": "Kenyan Trade Minister", "Dawit Bekele": "trade ministers"}


def test_the_reported_event_is_what_and_who_reports_it_is_told(find: Find) -> None:
    """The reporting verb is not the news."""
    fact = best(find("Officials said a landslide blocked the only road to the valley."), "what")[0]
    assert (fact.words, fact.attribution, fact.certainty) == (
        "blocked the only road to the valley",
        "Officials",
        "reported",
    )


WHY = [
    ("The ferry was cancelled because of high winds.", "high winds"),
    ("The ferry was cancelled because the crew was ill.", "the crew was ill"),
    ("The plant closed due to rising costs, the owner said.", "rising costs"),
    ("The rebels fired rockets in retaliation for the air strikes.", "retaliation for the air strikes"),
    ("The outage was caused by a fallen tree.", "a fallen tree"),
    ("The city raised fares in an effort to close a gap in its budget.", "to close a gap in its budget"),
    ("The bank was fined for hiding losses from its owners.", "hiding losses from its owners"),
    ("The union blamed the delay on bad weather in the north.", "bad weather in the north"),
    ("The farmers blocked the road to protest against the new tax.", "to protest against the new tax"),
    ("The talks resumed after the army withdrew its tanks.", "the army withdrew its tanks"),
]


@pytest.mark.parametrize(("text", "reason"), WHY)
def test_a_reason_is_given_by_the_texts_own_word_for_it(find: Find, text: str, reason: str) -> None:
    """Because, due to, in retaliation for, to protest: nothing is inferred."""
    assert first(find(text), "why") == reason


@pytest.mark.parametrize(
    "text",
    [
        "The minister is due to speak on Friday.",
        "The meeting took place three days after the vote.",
        "The ferry sails to Bergen every morning.",
    ],
)
def test_no_reason_is_no_reason(find: Find, text: str) -> None:
    """Order in time is no cause."""
    assert first(find(text), "why") is None


def test_the_means_are_told_where_the_text_opens_them(find: Find) -> None:
    """By doing something."""
    found = find("The thieves entered the museum on Monday by breaking a window at the back.")
    assert first(found, "how") == "breaking a window at the back"
