"""What somebody types who wants to follow a country: understood where it is sure, else the nearest are offered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.topics import Topic, choices, find, name_of, suggest
from bot.topics.gazetteer import load
from bot.topics.nearest import distance, nearest

TABLE = Path(__file__).with_name("lookup.tsv").read_text("utf-8")
CODES = sorted(load().names)


def rows(kind: str) -> list[tuple[str, str]]:
    """Each input of a kind, with what it leads to."""
    lines = [line.split("\t") for line in TABLE.splitlines() if line.startswith(f"{kind}\t")]
    return [(words, expected) for _, expected, typed in lines for words in typed.split("|")]


def names(topics: tuple[Topic, ...]) -> list[str]:
    """What the buttons would say."""
    return [topic.name for topic in topics]


@pytest.mark.parametrize(("words", "code"), rows("country"))
def test_a_country_is_found_by_all_that_it_is_called(words: str, code: str) -> None:
    """Names, former names, peoples, codes and flags, in any case, with and without "the" and accents."""
    assert find(words) == Topic(name_of(code), (code,), "country")
    assert choices(words) == ()
    assert suggest(words)[0] == find(words)


@pytest.mark.parametrize(("words", "expected"), rows("region"))
def test_a_region_expands_to_its_members(words: str, expected: str) -> None:
    """Bodies and regions by their names and abbreviations, with or without a word for their members."""
    name, size = expected.split("|")
    topic = find(words)
    assert topic
    assert (topic.name, len(topic.codes), topic.kind) == (name, int(size), "region")


@pytest.mark.parametrize(("words", "expected"), rows("several"))
def test_a_name_with_several_meanings_gives_the_choice(words: str, expected: str) -> None:
    """Nothing is followed by guess: each meaning can be offered, the likeliest first."""
    assert find(words) is None
    assert names(choices(words)) == expected.split("|")
    assert names(suggest(words, 9))[: len(choices(words))] == expected.split("|")


@pytest.mark.parametrize(("words", "expected"), rows("offered"))
def test_what_is_no_name_of_a_country_leads_to_the_nearest(words: str, expected: str) -> None:
    """Misspelt names, capitals, places, leaders, parts of countries, names among others: offered, never taken."""
    assert find(words) is None
    assert names(suggest(words))[0] == expected
    assert len(suggest(words)) <= 3


@pytest.mark.parametrize("code", CODES)
def test_every_country_is_found_by_its_code_and_flag(code: str) -> None:
    """ISO 3166-1 alpha-2 in any case, and the flag that it spells."""
    country = Topic(name_of(code), (code,), "country")
    flag = "".join(chr(ord("🇦") + ord(letter) - ord("A")) for letter in code)
    assert [find(code), find(code.lower()), find(flag), find(f":flag-{code.lower()}:")] == [country] * 4


@pytest.mark.parametrize("code", CODES)
def test_every_country_is_found_or_offered_by_the_name_it_is_shown_by(code: str) -> None:
    """It is what is meant, or the first of what may be meant; only two share their name with others."""
    country = Topic(name_of(code), (code,), "country")
    assert suggest(country.name)[0] == country
    assert find(country.name) == (None if code in {"GN", "MF"} else country)


def test_several_names_among_words_are_all_offered() -> None:
    """In their order; the longest name counts, not the shorter ones within it."""
    assert names(suggest("Iran, Israel and the United States")) == ["Iran", "Israel", "United States"]
    assert names(suggest("south sudan and equatorial guinea news")) == ["South Sudan", "Equatorial Guinea"]


def test_names_that_are_equally_near_are_all_offered() -> None:
    """Somebody can have meant either."""
    assert set(names(suggest("Irak"))) == {"Iraq", "Iran"}
    assert names(suggest("Columbia")) == ["United States", "Colombia"]
    assert names(suggest("Nrth Korea")) == ["North Korea", "South Korea", "Both Koreas"]
    assert len(suggest("Nrth Korea", most=1)) == 1


@pytest.mark.parametrize("words", ["", " ", "...", "🙂", "qqqqqqqqqqqq", "x", "xx", "123", "Barents Sea"])
def test_what_is_near_nothing_gets_nothing(words: str) -> None:
    """No buttons are better than three at random."""
    assert find(words) is None
    assert suggest(words) == ()


@given(st.text(max_size=300))
def test_whatever_is_typed_gets_an_answer(words: str) -> None:
    """Never an error; what is found is also the first suggestion."""
    topic = find(words)
    assert topic is None or suggest(words)[0] == topic


@pytest.mark.parametrize(
    ("word", "name", "steps"),
    [
        ("iran", "iran", 0),
        ("irna", "iran", 1),
        ("irn", "iran", 1),
        ("irran", "iran", 1),
        ("irak", "iran", 1),
        ("", "ab", 2),
    ],
)
def test_letters_are_added_left_out_changed_or_swapped(word: str, name: str, steps: int) -> None:
    """Each is one step, in either direction; what is farther away than asked for is only told to be so."""
    assert distance(word, name, 4) == distance(name, word, 4) == steps
    assert distance(word, name + "xyzxyz", 3) == 4
    assert distance("abcdef", "uvwxyz", 3) == 4


def test_the_longer_of_equally_near_names_comes_first() -> None:
    """A letter is sooner left out than typed too much; and the first is seldom wrong."""
    assert nearest("nigera", ["niger", "algeria", "nigeria"]) == ["nigeria", "niger"]
    assert nearest("xiger", ["liger", "xigar"]) == ["xigar", "liger"]


def test_the_first_name_is_found_without_reading_towns_and_leaders() -> None:
    """A web process that only looks names up stays light: neither the whole gazetteer nor babel is loaded."""
    code = (
        "import sys; from bot.topics import find, gazetteer; assert find('the North Koreans').codes == ('KP',);"
        "assert gazetteer.load.cache_info().currsize == 0; assert not {'babel', 'spacy', 'lxml'} & sys.modules.keys()"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run((sys.executable, "-c", code), cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
