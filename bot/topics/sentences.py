"""The sentence around a span, with and without grammar."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from bot.model import Evidence, Reading

REACH = 1200  # characters: where no sentence ends within, the text is none
STOP = re.compile(r"\n|[.!?][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]{0,3}[A-Z0-9])")
SHORTENED = re.compile(
    r"(?:^|[\s(\"“.-])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Rev|Prof|St|Ft|Mt|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"Inc|Corp|Co|Ltd|Jr|Sr|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|"
    r"Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)


def evidence(text: str, start: int, end: int, reading: Reading | None) -> Evidence:
    """The span with the sentence, or sentences, that it touches."""
    left, right = (spoken(reading, start, end) if reading else None) or around(text, start, end)
    return Evidence(start, end, text[start:end], text[min(left, start) : max(right, end)].strip())


def spoken(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """From the first to the last sentence of a reading that a span touches; None outside of all."""
    first = bisect_right(reading.sentences, start, key=lambda span: span.end)
    last = bisect_left(reading.sentences, end, key=lambda span: span.start)
    touched = reading.sentences[first:last]
    return (touched[0].start, touched[-1].end) if touched else None


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span by its stops: a line's end, or a full stop before a capital that shortens no word."""
    begin = max(0, start - REACH)
    left = begin
    for found in STOP.finditer(text, begin, start):
        if is_stop(text, found):
            left = found.end()
    finish = min(len(text), end + REACH)
    for found in STOP.finditer(text, end - 1, finish):
        if is_stop(text, found):
            return left, found.start() + len(found[0].rstrip())
    return left, finish


def is_stop(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends here, and not a shortened word."""
    return found[0] == "\n" or not SHORTENED.search(text, max(0, found.start() - 12), found.start() + 1)
