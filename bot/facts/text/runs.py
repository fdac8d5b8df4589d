"""Tokens of any text in linear time, and not many more of them than a text of its length can have.

spaCy cuts a run of characters without a blank from both ends, one affix at a time, and looks at the rest of it each
time: 97,000 brackets or emoji in a row take more than a minute. So a very long run is cut before it is tokenised; no
word and hardly an address is as long. And where nearly every character is a token of its own no language is written:
such a stretch has no grammar, and each slice of it is one token. Texts without either are tokenised by spaCy alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

LONGEST = 1_000  # characters without a blank that are left in one piece
SLICE = 250  # characters of a slice of what is no text: spaCy's time for a run grows with its square
MANY = 2_500  # tokens from which it is asked whether they are words
DENSE = 2  # characters a token, blanks counted: fewer than that is no language (articles have 3.5 to 6)
_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")
_HALF = re.compile("[\ud800-\udfff]")  # half a character


def tokenised(nlp: Language, text: str) -> Doc:
    """The Doc of a text, not parsed yet, its tokens where those of the text are; half a character becomes U+FFFD."""
    text = _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
    parts = list(_parts(text))
    docs = [nlp.make_doc(part) for part in parts]
    count = sum(map(len, docs))
    if count > MANY and count * DENSE > len(text):
        slices = [text[at : at + SLICE] for at in range(0, len(text), SLICE)]
        return Doc(nlp.vocab, words=slices, spaces=[False] * len(slices))
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False, attrs=["NORM", "SPACY"])


def _parts(text: str) -> Iterator[str]:
    """The text in stretches: what stands between very long runs, and the slices of these; at least one."""
    left = 0
    for run in _RUN.finditer(text):
        if left < run.start():
            yield text[left : run.start()]
        yield from (text[at : min(at + SLICE, run.end())] for at in range(run.start(), run.end(), SLICE))
        left = run.end()
    if left < len(text) or not text:
        yield text[left:]
