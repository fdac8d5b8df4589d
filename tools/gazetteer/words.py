"""Names as they are compared: folded to ASCII."""

from __future__ import annotations

import unicodedata

LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "ı": "i", "đ": "d", "Đ": "D"}
    | dict.fromkeys("’‘ʻʼ`", "'")
)


def fold(name: str) -> str:
    """Accents off, apostrophes straight: "Côte d’Ivoire" is "Cote d'Ivoire"."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
