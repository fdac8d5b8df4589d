"""All that reading a page may need, loaded beforehand, so that no page makes a worker larger or slower than others."""

from __future__ import annotations

from bot.articles import extract, language

_PAGE = "<html><body><p>{}</p><div>Hafen</div></body></html>"


def load() -> None:
    """Load the classifier of languages (80 MB), the second reading and the finder of dates. Takes half a second."""
    extract.read_html(_PAGE.format("Der neue Hafen wurde am Dienstag eröffnet, sagte die Ministerin. " * 9))
    language.name("de")
