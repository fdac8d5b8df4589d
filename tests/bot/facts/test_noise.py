"""What stands in the text but belongs to no story is never evidence."""

from __future__ import annotations

import pytest

from bot.facts.text import noise
from tests.bot.facts.conftest import Find

FIRST = "The council of Turin closed the Rossi bridge on Monday after engineers found cracks."
SECOND = "About 30,000 cars a day cross the bridge, the council said."

LINES = [
    "Prime Minister Olsen plans to sell 40 ships before the vote",
    "Source: Agency",
    "Photo: Turin Herald",
    "Read more: five bridges that closed in March",
    "Advertisement",
    "Share this article",
    "Follow us on social media for 24 updates",
    "Sign up for our newsletter",
    "By Jo Roe and Ann Poe",
    "© 2025 Turin Herald",
    "This article was first published in the Herald.",
    "Updated 11 March 2025",
]

PHRASES = [
    "Click to share on Facebook (Opens in new window)",
    "(Photo: Getty)",
    "Image copyright Reuters Image caption",
    "pic.example.twitter.com/abc https://t.co/abcdef",
    "— Jo Roe (@joroe) March 11, 2025",
    "Getty Images 22",
    "Read more",
]


@pytest.mark.parametrize("line", LINES)
def test_a_foreign_line_is_no_evidence_of_anything(find: Find, line: str) -> None:
    """Headlines of other stories, captions, bylines, calls to action, share and source lines."""
    found = find(f"{FIRST}\n\n{line}\n\n{SECOND}")
    spans = [item.evidence for group in (found.facts, found.quotes, found.sources) for item in group]
    assert spans
    assert not [evidence.words for evidence in spans if line in evidence.sentence]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_set_phrase_inside_a_line_is_found(phrase: str) -> None:
    """Scraped pages run their furniture into the sentences."""
    text = f"{FIRST} {phrase} {SECOND}"
    assert noise.find(text).touches(len(FIRST) + 1, len(FIRST) + 1 + len(phrase))
    assert not noise.find(text).touches(0, len(FIRST))


def test_a_caption_ends_where_the_next_sentence_begins(find: Find) -> None:
    """There is no full stop between them."""
    found = find(f"Image caption The bridge in the morning light on Friday {FIRST} {SECOND}")
    assert [fact.words for fact in found.facts if fact.slot == "when"] == ["Monday"]


def test_a_quotation_with_furniture_inside_and_no_closing_mark_ends_before_it(find: Find) -> None:
    """What was said stays, what was scraped goes."""
    found = find(f'{FIRST} Jo Roe said: "I saw it fall. Getty Images 22 Cars at the bridge "And then it was still."')
    assert [(quote.words, quote.speaker) for quote in found.quotes] == [
        ("I saw it fall.", "Jo Roe"),
        ("And then it was still.", "Jo Roe"),
    ]


def test_a_title_and_plain_paragraphs_are_no_noise() -> None:
    """Nor is a text without any punctuation, of which nothing can be told."""
    assert noise.find(f"A title without a stop\n{FIRST}\n{SECOND}", 23).spans == ()
    assert noise.find("one line\nanother line\na third line").spans == ()
