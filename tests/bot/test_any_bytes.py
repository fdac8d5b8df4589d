"""Whatever a server sends or a person pastes: a clear result, or a refusal in one sentence, and nothing else.

The checks are those of `make fuzz`, which runs them for as long as you like.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from rich.console import Console

from tests.bench import fuzz, fuzz_inputs, fuzz_newsroom
from tests.bench.fuzz_inputs import Pasted, Sent
from tests.bench.fuzz_words import DATES, HEADERS, PAGE, PLACES, SENTENCES

quick = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
HTML = "text/html; charset=utf-8"
STORY = " ".join(SENTENCES[:8])


@quick
@given(fuzz_inputs.pages)
@example(Sent(HTML, PAGE.encode("utf-16-le"), PLACES[0]))
@example(Sent('text/html; charset="utf-16"', b"\xc3\xbf\xc3\xb2\xfe", PLACES[0]))
@example(Sent("", b"", PLACES[0]))
def test_any_page_is_a_digest_or_a_refusal(sent: Sent) -> None:
    """Through header, sniffing, charset, extraction, digest, message and JSON."""
    assert fuzz_newsroom.page(sent)


@quick
@given(fuzz_inputs.texts)
@example(Pasted("", None, None))
@example(Pasted(STORY, "Pier \x00 reopens", "9999-12-31"))
def test_any_pasted_text_is_a_digest_or_a_refusal(given_text: Pasted) -> None:
    """With whatever title and date."""
    assert fuzz_newsroom.text(given_text)


@settings(max_examples=300, deadline=None)
@given(fuzz_inputs.addresses)
@example("https://news.example/a\n(https://news.example/b)")
def test_any_address_is_a_link_or_no_address(typed: str) -> None:
    """And a link is the same link when it is read again."""
    assert fuzz_newsroom.address(typed) in {"link", "bad_url"}


@pytest.mark.parametrize("published", DATES)
def test_dates_of_every_malformed_kind_are_dates_or_none(published: str) -> None:
    """On the page of an outlet, in its data and in its text; near the ends of the calendar nothing is counted."""
    page = PAGE.replace("2025-03-05T08:30:00+01:00", published).replace("on Monday", f"on {published}")
    assert fuzz_newsroom.page(Sent(HTML, page.encode(), PLACES[0])) == "digest"
    assert fuzz_newsroom.text(Pasted(STORY, None, published)) in {"digest", "bad_input"}


@pytest.mark.parametrize("header", HEADERS)
def test_whatever_the_header_says_the_story_is_read_or_refused(header: str) -> None:
    """A header can be wrong in every way."""
    assert fuzz_newsroom.page(Sent(header, PAGE.encode(), PLACES[0])) in {
        "digest",
        "not_html",
        "no_article",
        "language",
    }


def test_a_fuzz_run_tells_its_numbers_and_every_fault() -> None:
    """One that finds nothing ends well; one that finds a fault names the place and the shortest input."""
    console = Console(record=True, width=120)
    assert fuzz.report(fuzz.fuzz(0.0), 1.0, console) == 0
    tally = fuzz.Tally()
    for broken in ("999999", "99"):
        tally.run(lambda words: str(1 / (int(words) % 9)), broken)
    assert fuzz.report({"numbers": tally}, 1.0, console) == 1
    told = console.export_text()
    assert "ZeroDivisionError in test_any_bytes.py" in told
    assert "'99'" in told
