"""Hostile and endless texts, and what importing costs."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

import pytest

from bot.topics import tag

LIMIT = 3  # seconds, with coverage and on a slow machine; without, the slowest takes 0.4
BAIT = [
    "A",
    "A. ",
    "U.S.",
    "Paris, ",
    "Georgia ",
    "Jordan, ",
    "the North ",
    "St. ",
    "A-",
    "\n",
    "X\n",
    "(",
    "'s",
    'Paris! "',
    "—",
    "in 1908 ",
    "in 1908\n",
    "Mayo Clinic ",
    "told the BBC ",
]


def cost(text: str) -> float:
    """Seconds of computing for one text."""
    started = process_time()
    tag(text)
    return process_time() - started


@pytest.mark.parametrize("bait", BAIT)
def test_two_hundred_kilobytes_of_bait_take_no_time(bait: str) -> None:
    """Nothing in a page's text makes the tagging slow."""
    text = f"North Korea. {bait * (200_000 // len(bait))}"
    assert cost(text) < LIMIT


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    """Four times the text takes at most eight times as long."""
    text = "Kenyan officials in Nairobi met Georgia's minister, who had come from Paris, Texas. " * 1000
    short, long = (min(cost(part) for _ in range(3)) for part in (text[: len(text) // 4], text))
    assert long < 8 * short + 0.05


def test_importing_reads_no_data_and_loads_nothing_heavy() -> None:
    """A web process may import the room: the gazetteer is read with the first article, and spaCy never."""
    program = (
        "import sys; from bot.topics import gazetteer as g; print(g.load.cache_info().currsize, 'spacy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["0", "False"]
