from __future__ import annotations

import sys

import pytest

from bot.articles import ready
from bot.articles.story.extract import read_html

PAGES = (
    "<html lang=en><body><p>" + "The harbour authority opened the second lock on Tuesday, its head said. " * 9,
    "<html><body><p>" + "Die Ministerin sagte am Montag, dass die Brücke gebaut wird. " * 9,
    "<html><title>Just a moment...</title><body><p>Checking your browser.",
    "<html><body>" + "<div>A line of words</div>" * 90,
    "",
)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_loads_what_was_not_loaded_at_the_start(page: str) -> None:
    """A worker that made itself ready is as large before its first odd page as after it."""
    ready.load()
    loaded = set(sys.modules)
    read_html(page, "https://news.example/2025/03/04/lock")
    assert set(sys.modules) == loaded
