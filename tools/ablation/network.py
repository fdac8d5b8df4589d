"""The costly part of reading, done once: each text that is cut and marked the same way has the same grammar."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc


class Network:
    """Stands in for a spaCy pipeline and remembers; whoever gets a Doc gets one of his own."""

    def __init__(self, nlp: Language) -> None:
        self._nlp, self.vocab, self.meta = nlp, nlp.vocab, nlp.meta
        self._made: dict[str, Doc] = {}
        self._parsed: dict[tuple[str, bytes], Doc] = {}

    def make_doc(self, text: str) -> Doc:
        """The tokens of a text."""
        if text not in self._made:
            self._made[text] = self._nlp.make_doc(text)
        return self._made[text].copy()

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The grammar of Docs whose known sentence starts are set."""
        keyed = [((doc.text, doc.to_array("SENT_START").tobytes()), doc) for doc in docs]
        new = {key: doc for key, doc in keyed if key not in self._parsed}
        self._parsed.update(zip(new, self._nlp.pipe(new.values()), strict=True))
        yield from (self._parsed[key].copy() for key, _ in keyed)

    def lemmas(self) -> frozenset[str]:
        """Every word's dictionary form in all that was parsed, in small letters."""
        return frozenset(token.lemma_.lower() for doc in self._parsed.values() for token in doc)

    def memory_zone(self) -> AbstractContextManager[None]:
        """No zone: what is remembered outlives every reading."""
        return nullcontext()
