"""As many different stories of about 430 words as a benchmark needs, so that no cache has seen one before.

Six stories, written for this, whose countries, towns, people, days and figures are drawn anew for each; the same number
of stories is the same stories on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.articles.paste.pasted import read_text

if TYPE_CHECKING:
    from bot.model import Article

PUBLISHED = "2025-03-05"
SITE = "Meridian Wire"
_TEMPLATES = tuple(sorted((Path(__file__).parent / "stories").glob("*.txt")))


class Country(NamedTuple):
    """A country as stories name it."""

    name: str
    adjective: str
    capital: str


class Person(NamedTuple):
    """Somebody by full name, and by the last name as in a second mention."""

    full: str
    last: str


@dataclass(frozen=True, slots=True)
class Anew:
    """A word that is drawn anew at each mention."""

    draw: Callable[[], object]

    def __format__(self, _: str) -> str:
        return str(self.draw())


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its outlet has it."""

    title: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The body, a paragraph a line."""
        return "\n\n".join(self.paragraphs)


COUNTRIES = tuple(
    Country(*line.split(","))
    for line in """\
Kenya,Kenyan,Nairobi
Peru,Peruvian,Lima
Norway,Norwegian,Oslo
Vietnam,Vietnamese,Hanoi
Morocco,Moroccan,Rabat
Bolivia,Bolivian,La Paz
Ghana,Ghanaian,Accra
Nepal,Nepali,Kathmandu
Portugal,Portuguese,Lisbon
Mongolia,Mongolian,Ulaanbaatar
Uruguay,Uruguayan,Montevideo
Zambia,Zambian,Lusaka""".splitlines()
)
FIRST = "Amina Daniyar Rosa Kari Jens Tomas Leila Viktor Ines Samuel Noor Pavel Grace Henrik Maya Oskar".split()
LAST = "Yusuf Ospanbek Quispe Solheim Overgaard Varga Haddad Lindqvist Moreau Okoro Brandt Temirova Sato Pires".split()
TOWNS = "Saryagash Hirtshals Moyale Calderon Vasterby Ankoro Tumbala Redmouth Kesten Larrabee Osmaneli Birkfeld".split()
RIVERS = "Arun Tarsus Kolente Meduna Sarva Ilmen Wessel Quirra".split()
FIRMS = "Norvane,Calder Minerals,Aster Group,Tamarind Holdings,Beacon Labs,Ostra,Kilmer and Sons,Veritas Nord".split(
    ","
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "March April May June July August September October".split()


def stories(count: int) -> tuple[Story, ...]:
    """So many stories, all different."""
    return tuple(_story(number) for number in range(count))


def articles(count: int) -> Iterator[Article]:
    """The same as articles: pasted, with a title and a date."""
    return (article(story) for story in stories(count))


def article(story: Story) -> Article:
    """One of them, as if somebody had pasted it."""
    return read_text(story.text, title=story.title, published=PUBLISHED)


def long_text(characters: int, number: int = 0) -> str:
    """Whole paragraphs of stories, one story after the other from a number on, up to so many characters."""
    text = ""
    while len(text) < characters:
        text += _story(number).text + "\n\n"
        number += 1
    return text[: text.rindex("\n\n", 0, characters)]


def _story(number: int) -> Story:
    template = _TEMPLATES[number % len(_TEMPLATES)].read_text(encoding="utf-8")
    title, *paragraphs = template.format(**_cast(random.Random(number))).strip().split("\n\n")
    first, _, lede = title.partition("\n")
    return Story(first, (lede, *paragraphs))


def _cast(draw: random.Random) -> dict[str, object]:
    """Everything that a template leaves open."""
    home, away = draw.sample(COUNTRIES, 2)
    town, port = draw.sample(TOWNS, 2)
    people = zip(("ann", "bo", "cy", "di", "ed"), draw.sample(FIRST, 5), draw.sample(LAST, 5), strict=True)
    return {
        **{key: Person(f"{first} {last}", last) for key, first, last in people},
        "home": home,
        "away": away,
        "town": town,
        "port": port,
        "river": draw.choice(RIVERS),
        "firm": draw.choice(FIRMS),
        "year": draw.randint(2009, 2021),
        "weekday": Anew(lambda: draw.choice(WEEKDAYS)),
        "month": Anew(lambda: draw.choice(MONTHS)),
        "day": Anew(lambda: draw.randint(2, 28)),
        "few": Anew(lambda: draw.randint(3, 9)),
        "dozens": Anew(lambda: draw.randint(20, 95)),
        "hundreds": Anew(lambda: draw.randint(120, 980)),
        "thousands": Anew(lambda: f"{draw.randint(1100, 9800):,}"),
    }
