"""What a line takes for known, and whether a line above it tells that."""

from __future__ import annotations

import pytest

from handlers.views.leaning import leans

BEFORE = "Chiara Rossi is the mayor of Holm. Acme and Bolt made offers for two ferries, and wrote two letters."
LEANING = [
    "Rossi declined to open the harbour.",
    "The harbour is closed for now, and will be in May, Rossi said.",
    "While there is no money for a harbour, Rossi says there is a chance of one.",
    "The ferry sank before both letters were sent to the council of Holm.",
    "The council heard on Monday that the two companies had agreed on a price.",
    "The ferries of Holm were often late in those winters.",
    "A spokesman of Acme said that this, too, was not true.",
    "The appointments will need the council's consent.",
    "The Republican is due to be sworn in.",
]
STANDING = [
    "Chiara Rossi declined to open the harbour.",
    "The harbour is closed for now, Chiara Rossi said.",
    "Both ferries and bridges were closed in the storm.",
    "Tickets from Acme and from Bolt are void, and both companies pay for them.",
    "Two letters reached Holm before the two letters were lost.",
    "The police were called to the harbour of Holm.",
    "The blast was heard in all of Holm.",
    'The mayor called it a day for "those sailors" of Holm.',
    "The two countries closed the harbour.",
]


@pytest.mark.parametrize("line", LEANING)
def test_a_line_that_speaks_of_something_untold_leans(line: str) -> None:
    """A surname, things told of before, a bare thing: a reader asks which."""
    assert leans(line, ("The harbour of Holm was closed on Monday.",), BEFORE)


@pytest.mark.parametrize("line", STANDING)
def test_a_line_that_tells_who_and_what_stands(line: str) -> None:
    """In itself, or because there is but one."""
    assert not leans(line, ("The harbour of Holm was closed on Monday.",), BEFORE)


def test_a_line_leans_on_none_that_is_shown() -> None:
    """The lines above it tell who and what is meant; who only says something stands among the sources."""
    told = ("Mayor Chiara Rossi closed the harbour.", "Appointments of winters and letters of two companies.")
    assert not any(leans(line, told, BEFORE) for line in LEANING[:6] if "Rossi" in line or "both" in line)
    assert not leans(LEANING[1], ("A harbour",), BEFORE, "Chiara Rossi")
    assert leans(LEANING[0], (), BEFORE, "Chiara Rossi")
    assert not leans(LEANING[7], told, BEFORE)
