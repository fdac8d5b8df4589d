"""The window in which the text of a page is pasted, as a person sees it."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.views.paste import later, paste, unfit
from tests.fakes.slack import kit
from tests.handlers.views.builders import lines

URL = "https://www.example.org/a?b=1&c=2"


def seen(view: dict[str, Any]) -> list[str]:
    """The window as text, a line for each thing in it."""
    shown = [f"# {view['title']['text']}"]
    for block in view["blocks"]:
        if block["type"] != "input":
            shown += lines([block])
            continue
        element = block["element"]
        inside = element.get("initial_value") or element.get("placeholder", {}).get("text", "")
        shown.append(f"{block['label']['text']}{' (optional)' if block['optional'] else ''}: [{inside}]")
    return [*shown, f"[ {view['close']['text']} ]  [ {view['submit']['text']} ]"]


def test_the_window_as_a_person_sees_it() -> None:
    """Where the text comes from and what becomes of it, then three fields; the cursor stands in the second."""
    view = paste(URL, "Moyale reopens", "{}")
    assert seen(view) == [
        "# Paste the text",
        "Open example.org yourself, copy the article and paste it here. Its digest takes the place of my message.",
        "Headline (optional): [Moyale reopens]",
        "The article's text: [All of it, as it stands on the page]",
        "The rest of it, should one field not take it all (optional): []",
        "It stays in this workspace, and the digest says that it was pasted.",
        "[ Cancel ]  [ Digest it ]",
    ]
    assert [one["element"].get("focus_on_load") for one in view["blocks"][1:4]] == [None, True, None]
    assert view["blocks"][0]["elements"][0]["elements"][1]["url"] == URL


@pytest.mark.parametrize("url", [URL, "", "https://a@b.example/", "https://example.org/" + "a" * 3000])
@pytest.mark.parametrize("title", ["", "x" * 500, "<!channel>\u202e \u200b", "\u200b"])
def test_slack_takes_the_window_whatever_the_page(url: str, title: str) -> None:
    """An address that can't be linked is left out, a title is clean and fits its field."""
    view = paste(url, title, "x" * 3000)
    assert kit.view_faults(view, "modal") == []
    assert set("\u202e\u200b").isdisjoint("".join(seen(view)))


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "There is no text yet: paste at least 40 words of the article."),
        (1, "That is only 1 word: paste at least 40 words of the article."),
        (39, "That is only 39 words: paste at least 40 words of the article."),
        (None, "This does not read like English, and I read nothing else: paste an English version."),
    ],
)
def test_what_is_wrong_is_said_under_the_text(count: int | None, said: str) -> None:
    """In one sentence, under the field that is always there."""
    assert unfit(count, 40) == {"text": said}
    assert later().keys() == {"text"}
