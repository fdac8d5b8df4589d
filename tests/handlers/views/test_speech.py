"""Which quotations a reader gets to see, and how much of them."""

from __future__ import annotations

from handlers.views.speech import MOST, ROOM, sayings
from tests.handlers.views import builders as b

OPEN = "We shall open the pass before the rains begin, whatever it takes."
LONG = "We have carried the costs of the crossing for nine months, and the towns on both sides have paid for it too."


def shown(text: str, *quotes: tuple[str, str | None], who: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    """Speakers and words, best first."""
    found = (b.said(words, speaker, text=text) for words, speaker in quotes)
    return [(saying.speaker, saying.words) for saying in sayings(found, text, who)]


def test_those_who_act_come_first() -> None:
    """Then full names; whoever can't be told is left out."""
    speakers = ("driver in Moyale", "Peter Hale", "one", None, "Ms Amina Yusuf", "statement")
    quotes = [(f"Number {number} of all the words that were said.", name) for number, name in enumerate(speakers)]
    text = " ".join(words for words, _ in quotes)
    found = shown(text, *quotes, who=("Amina Yusuf",))
    assert [speaker for speaker, _ in found] == ["Ms Amina Yusuf", "Peter Hale", "driver in Moyale"]


def test_crumbs_are_no_quotations() -> None:
    """Four words say nothing by themselves, nor does a pronoun of somebody not named; fragments come last."""
    rain = " Rain fell. "
    text = rain.join((OPEN, "She has never been here.", "very likely so", "a door between two towns", b.DOOR))
    found = shown(
        text,
        ("very likely so", "Peter Hale"),
        ("She has never been here.", "Peter Hale"),
        ("a door between two towns", "Peter Hale"),
        ("This is a door, not a wall.", "Dawit Bekele"),
        (OPEN, "driver in Moyale"),
    )
    assert [words for _, words in found] == [OPEN, "a door between two towns", "This is a door, not a wall."]


def test_pieces_of_one_utterance_are_joined() -> None:
    """With … for the words between them; two paragraphs of one speech need none."""
    text = f"“We shall open,” Amina Yusuf told reporters, “before the rains.” Rain fell. “{OPEN}”\n“{LONG}"
    found = shown(
        text,
        (OPEN, "Amina Yusuf"),
        (LONG, "Amina Yusuf"),
        ("We shall open,", "Amina Yusuf"),
        ("before the rains.", "Amina Yusuf"),
    )
    assert [words for _, words in found] == [f"{OPEN} {LONG}", "We shall open, … before the rains."]


def test_two_speakers_are_never_joined() -> None:
    """Nor are pieces with a story between them."""
    text = (
        f"“{OPEN}” said Amina Yusuf. “{LONG}” said Dawit Bekele, and then all went home. And {'so ' * 9} on. “{b.DOOR}”"
    )
    found = shown(text, (OPEN, "Amina Yusuf"), (LONG, "Dawit Bekele"), (b.DOOR, "Dawit Bekele"))
    assert [words for _, words in found] == [OPEN, LONG, b.DOOR]


def test_a_long_quotation_ends_with_a_sentence() -> None:
    """In `ROOM` characters, or whole up to `MOST`."""
    whole = f"{OPEN} {LONG} {LONG}"
    assert ROOM < len(whole) <= MOST
    assert shown(whole, (whole, "Amina Yusuf")) == [("Amina Yusuf", whole)]
    longer = f"{OPEN} {LONG} {LONG} {LONG}"
    assert shown(longer, (longer, "Amina Yusuf")) == [("Amina Yusuf", f"{OPEN} {LONG} …")]


def test_a_clause_of_a_quotation_is_never_cut() -> None:
    """A sentence may take more room; what is longer gives way to another one, or nothing is shown."""
    endless = f"To keep it open, {'and to keep it safe for the people of both towns, ' * 9}we need help."
    clause = f"{LONG[:-1]}, {'and to our people in all of these valleys, ' * 4}but we go on."
    later = f"{endless} {OPEN}"
    cut = f"{clause} {LONG}"
    assert ROOM < len(clause) <= MOST < len(endless)
    assert shown(endless, (endless, "Amina Yusuf")) == []
    assert shown(later, (later, "Amina Yusuf")) == [("Amina Yusuf", f"… {OPEN}")]
    assert shown(cut, (cut, "Amina Yusuf")) == [("Amina Yusuf", f"{clause} …")]


def test_a_quotation_begins_where_it_says_of_whom_it_speaks() -> None:
    """The sentence about somebody not named is left out of the front."""
    said = f"They have been here for years. {OPEN}"
    assert shown(said, (said, "Amina Yusuf")) == [("Amina Yusuf", f"… {OPEN}")]
    assert shown("They left.", ("They left at once, all of them.", "Amina Yusuf")) == []


def test_words_without_a_beginning_go_on_behind_a_comma_only() -> None:
    """Two scraps that a reporter quotes are no one sentence; nor does a sentence go on a scrap."""
    text = f"“{OPEN}” Amina Yusuf spoke of “a door between two towns”, and she said: “{LONG}”"
    found = shown(text, (OPEN, "Amina Yusuf"), ("a door between two towns", "Amina Yusuf"), (LONG, "Amina Yusuf"))
    assert [words for _, words in found] == [OPEN, LONG, "a door between two towns"]
