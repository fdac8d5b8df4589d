"""How long Slack wants us to wait."""

from __future__ import annotations

import pytest

from handlers.clients import PATIENCE, seconds

TOLD = [
    ("1", 1.0),
    ("0", 0.0),
    ("1.5", 1.5),
    (" 30 ", 30.0),
    ("59.9", 59.9),
    ("3600", PATIENCE),
    ("999999999", PATIENCE),
    ("9" * 400, PATIENCE),
    ("", 1.0),
    ("soon", 1.0),
    ("-5", 1.0),
    ("1e9", 1.0),
    ("1,5", 1.0),
    ("nan", 1.0),
    ("inf", 1.0),
    ("Wed, 21 Oct 2015 07:28:00 GMT", 1.0),
    ("1\n2", 1.0),
]


@pytest.mark.parametrize(("told", "meant"), TOLD)
def test_a_retry_after_is_taken_at_its_word_up_to_a_minute(told: str, meant: float) -> None:
    """What can't be read counts as one second."""
    assert seconds(told) == meant
