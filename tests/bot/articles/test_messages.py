"""What people write and paste in a channel, in the folder `messages`: nobody asked, so only reports get an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles.paste.pasted import LEAST_WORDS, reads_like_article

MESSAGES = Path(__file__).with_name("messages")


def messages(name: str) -> dict[str, str]:
    """The messages of a file, by what they are."""
    parts = (MESSAGES / f"{name}.txt").read_text(encoding="utf-8").split("\n# ")
    return {part.split("\n", 1)[0].removeprefix("# "): part.split("\n", 1)[1] for part in parts}


QUIET, ARTICLES = messages("quiet"), messages("articles")


@pytest.mark.parametrize("kind", QUIET)
def test_nobody_asked_about_it(kind: str) -> None:
    """It is long enough, in whole sentences, with ministers and the police in it, and is no report all the same."""
    assert len(QUIET[kind].split()) >= LEAST_WORDS
    assert not reads_like_article(QUIET[kind])


@pytest.mark.parametrize("kind", ARTICLES)
def test_it_reads_like_an_article(kind: str) -> None:
    """In one paragraph or many, in capitals, quoted, wrapped by a printer, with pointers or a note around it."""
    assert reads_like_article(ARTICLES[kind])


def test_a_report_quoted_as_programs_quote_it() -> None:
    """With Slack's own mark or its escaped form; a mail in which a line or two are quoted is a mail."""
    report = ARTICLES["report in paragraphs"]
    for mark in ("> ", "&gt; ", ">"):
        assert reads_like_article("\n".join(f"{mark}{line}" for line in report.split("\n")))


def test_the_first_part_of_a_report_is_too_short() -> None:
    """A paragraph or two may be anything."""
    first, second, *_ = ARTICLES["report in paragraphs"].split("\n\n")
    assert not reads_like_article(f"{first}\n\n{second}")
