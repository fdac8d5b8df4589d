from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.paste.pasted import read_text, reads_like_article
from bot.articles.prose import text

REPORT = """Kenya and Ethiopia reopened the crossing at Moyale on Tuesday after nine months, officials said.
About 600 lorries were waiting on the two sides when the barriers went up shortly after dawn, and the queue was long.
“We have waited for this door for nine months, and I thank you all,” said Dawit Bekele, the head of Ethiopian customs.
Drivers will need a single permit from next month, the trade ministry in Nairobi said in a statement on Monday.
Traders in the town welcomed the decision, although several of them complained that the new fees had not been announced.
The crossing was closed last June, when a dispute about the weighing of lorries turned into a strike of the brokers.
The police on both sides will keep their patrols along the road, where two drivers were robbed in February.
"""
CHAT = """Hi all, I got back from the meeting with our vendor and wanted to tell you what we agreed on, before lunch.
We will get the new contract on Monday, and I think you should all read it before our call, because it has changes.
Please send me your comments by Wednesday, and let me know if you can't make it, so that we can move the meeting.
I also asked them about the discount that our team was promised last year, and they said they will look into it.
Thanks again for all your help with this, I know that it was a lot of work for everybody, and we are nearly there now.
If you have questions about any of it you can ask me or Sam, and we will try to answer them as soon as we can, promise.
"""
CODE = "\n".join(f"def handler_{n}(event):\n    return process(event, retries={n});" for n in range(40))
LOG = "\n".join(
    f"2025-03-04 09:30:{n:02} ERROR The minister of police said that the request failed again." for n in range(40)
)
LIST = "\n".join(f"- The ministry said that item number {n} was confirmed by officials on Monday." for n in range(30))
SLIDES = "\n".join(f"Reported figures for the region {n} and what officials said about them" for n in range(30))
RECIPE = " ".join(
    ["Peel the apples and cut them into slices of about the same size, then sprinkle them with sugar."] * 12
)


def test_a_report_reads_like_an_article() -> None:
    """Whole sentences, in the third person, of what somebody said; what people say in quotation marks may be "I"."""
    assert reads_like_article(REPORT)


@pytest.mark.parametrize(
    "paste", ["", REPORT[:400], CHAT, CODE, LOG, LIST, SLIDES, RECIPE, "word " * 300, "a=b\n" * 300]
)
def test_what_nobody_asked_about_stays_unread(paste: str) -> None:
    """Short texts, letters, code, logs, lists, slides and recipes are no articles."""
    assert not reads_like_article(paste)


@pytest.mark.parametrize(
    "bait", ["Aa " * 60_000, "“" * 200_000, "A" * 200_000, ("x" * 199 + "=") * 1_000, "said. " * 40_000]
)
def test_bait_is_judged_in_no_time(bait: str) -> None:
    """Whatever stands in 200 kB of it."""
    assert not reads_like_article(bait)


@given(st.text(), st.one_of(st.none(), st.text()))
def test_a_given_text_is_kept_as_it_is(body: str, title: str | None) -> None:
    """To the last space; the title goes on top, unless the text begins with it."""
    article = read_text(body, title)
    assert article.text.endswith(body)
    assert article.text in {body, f"{title}\n{body}"}
    assert not article.title or article.text.startswith(article.title)
    assert article.text == body or (title and title in article.text)
    assert article.receipt.kind == "pasted"


def test_what_is_known_of_a_paste_goes_along() -> None:
    """Its title, its date and the page that it came from."""
    article = read_text(REPORT, "The door at Moyale", "https://www.example.com/a?utm_source=x", "2025-03-04")
    assert (article.title, article.published) == ("The door at Moyale", "2025-03-04")
    assert (article.canonical_url, article.site) == ("https://www.example.com/a", "example.com")
    assert article.text[article.body_start :] == REPORT
    assert article.receipt.words == len(REPORT.split())


@pytest.mark.parametrize(
    ("title", "body", "rest"),
    [
        ("Iran", "Iran\nTehran opened a bridge.", "Tehran opened a bridge."),
        ("Iran", "Iran: Tehran opened a bridge.", ": Tehran opened a bridge."),
        ("Iran", "Iranian officials opened a bridge.", "Iranian officials opened a bridge."),
        ("Was it late?", "Was it late?Yes, it was.", "Yes, it was."),
        ("Iran", "A bridge was opened.", "A bridge was opened."),
        (" \n", "A bridge was opened.", "A bridge was opened."),
    ],
)
def test_where_the_body_begins(title: str, body: str, rest: str) -> None:
    """Behind a title that the text repeats, never in the middle of a word."""
    article = read_text(body, title)
    assert article.text[article.body_start :] == rest
    assert article.receipt.words == len(rest.split())


@pytest.mark.parametrize("title", ["", " ", "\n", REPORT, f" {REPORT}"])
def test_what_is_no_title(title: str) -> None:
    """Blanks, and a text that is sent twice."""
    article = read_text(REPORT, title)
    assert article.title is None
    assert article.text[article.body_start :] == REPORT


def test_a_headline_on_the_first_line_is_the_title() -> None:
    """It stays where it is; a first sentence, a byline and a short label are no headlines."""
    titled = read_text("Neighbours reopen the Moyale crossing\n\n" + REPORT)
    assert titled.title == "Neighbours reopen the Moyale crossing"
    assert titled.text[titled.body_start :] == REPORT
    for first in ("It was a long day for everybody.", "By Amina Yusuf and Dawit Bekele", "The border report"):
        assert read_text(f"{first}\n{REPORT}").title is None


def test_a_long_text_is_cut_at_the_end_of_a_paragraph() -> None:
    """The first part is kept, and it is known that more was there."""
    article = read_text(REPORT * 200, "Moyale")
    assert article.clipped
    assert article.text.endswith(REPORT.strip().split("\n")[-1]) or article.text.rsplit("\n", 1)[-1] in REPORT
    assert len(article.text) <= text.MOST_CHARACTERS + len("Moyale\n")


@pytest.mark.parametrize(
    ("long", "kept"),
    [
        ("One.\nTwo three four five", "One."),
        ("One two three. Four five six", "One two three."),
        ("One two three four five", "One two three"),
        ("a" * 30, "a" * 16),
    ],
)
def test_where_a_text_is_cut(long: str, kept: str) -> None:
    """After a paragraph, else after a sentence, else after a word, else where the limit is."""
    assert text.clip(long, 16 if not long.startswith("One.\n") else 8) == (kept, True)
    assert text.clip(kept, 16) == (kept, False)


def test_asking_whether_a_paste_is_an_article_loads_nothing_heavy() -> None:
    """A web process asks it: no language model, no page parser, no list of domains comes along."""
    heavy = ("lxml", "trafilatura", "py3langid", "tldextract", "numpy", "aiohttp")
    code = (
        "import sys, bot.articles.urls.links, bot.articles.paste.pasted as pasted; pasted.reads_like_article('a'); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
