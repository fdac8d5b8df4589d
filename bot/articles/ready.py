"""All that reading a page may need, loaded beforehand, so that no page makes a worker larger or slower than others."""

from __future__ import annotations

from importlib import import_module

from bot.articles.about import language
from bot.articles.story import extract, heap

_ADDRESS = "https://www.example.com/"
_PAGES = (
    "<html><body><p>" + "Der neue Hafen wurde am Dienstag eröffnet, sagte die Ministerin. " * 9,  # the classifier
    "<html><body><div>Just a moment.</div><p>Please wait.",  # the other readings, and their lists of words
    "<html><body>" + "<table><tr><td>a 1<td>b 2</table>" * 9,
)


def load() -> None:
    """Load the classifier of languages (80 MB), the other readings (40 MB) and the finder of dates; half a second."""
    heap.return_large_blocks()
    import_module("readability")  # the second reading, for pages that the first finds little in
    for page in _PAGES:
        extract.read_html(page, _ADDRESS)
    language.name("de")
    heap.give_back()
