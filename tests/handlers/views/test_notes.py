from __future__ import annotations

import pytest

from bot.errors import NoArticle, Timeout
from bot.model import Post
from handlers.views import notes
from handlers.views.message import Message
from tests.fakes.slack import kit
from tests.handlers.views.builders import lines

PERMALINK = "https://desk.slack.example/archives/C012/p1741093200000100?thread_ts=1741093200.0001&cid=C012"
MESSAGES = (
    notes.usage(),
    notes.empty_mention(),
    notes.no_article(),
    notes.gone(),
    notes.set_aside(),
    notes.refused(NoArticle("There is no article on that page."), "https://example.org/"),
    notes.pointer(Post("C012", "1.2", None, "https://example.org/", "Moyale reopens"), PERMALINK),
)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.text[:20])
def test_every_note_is_accepted_and_has_its_words(message: Message) -> None:
    """Valid blocks, and a text that says the same to a screen reader."""
    assert kit.faults(list(message.blocks), "message") == []
    assert 10 < len(message.text) < 4000


def test_a_pointer_leads_to_the_first_digest() -> None:
    """With its headline as words; only our own words are the link."""
    post = Post("C012", "1.2", "1.1", "https://example.org/", "<!here> Moyale *reopens*")
    message = notes.pointer(post, PERMALINK)
    assert message.text == (
        f"Already digested here: &lt;!here&gt; Moyale ∗reopens∗ — <{PERMALINK.replace('&', '&amp;')}|open the digest>"
    )
    assert lines(message.blocks) == ["Already digested here: <!here> Moyale *reopens* — open the digest"]
    assert message.blocks[0]["elements"][0]["elements"][1]["url"] == PERMALINK


def test_a_pointer_without_a_permalink() -> None:
    """Slack has none for a deleted post; nor is there always a headline."""
    message = notes.pointer(Post("C012", "1.2", None, "text:1", ""), "")
    assert message.text == "Already digested here"
    assert lines(message.blocks) == ["Already digested here"]


@pytest.mark.parametrize(
    ("sentence", "url", "said"),
    [
        ("There is no article on that page.", None, "There is no article on that page."),
        ("There is no article there.", "https://www.example.org/x", "example.org: There is no article there."),
        ("I found no host example.org.", "https://example.org/x", "I found no host example.org."),
        ("That is no web address.", "htp:/x", "That is no web address."),
    ],
)
def test_a_refusal_is_one_sentence(sentence: str, url: str | None, said: str) -> None:
    """What is wrong, and of which link where a message had several."""
    message = notes.refused(NoArticle(sentence), url)
    assert message.text == said
    assert lines(message.blocks)[0].replace("*", "") == said


def test_help_shows_what_can_be_typed() -> None:
    """By example, and only what works now."""
    words = notes.usage().text
    for told in ("/dateline digest https://", "Digest this", "/dateline help", "direct message", "Mention me"):
        assert told in words
    assert "Ask me about an article" in words


def test_the_status_is_short() -> None:
    """Slack shows it after the bot's name, and cuts it at 50 characters."""
    assert 0 < len(notes.working()) <= 50


@pytest.mark.parametrize("case", [(590.0, "in 10 minutes"), (61.0, "in 2 minutes"), (20.0, "in a minute"), (0.0, "")])
def test_a_failure_of_a_moment_ago_says_when_the_page_is_looked_at_again(case: tuple[float, str]) -> None:
    """So that nobody asks in vain; a fresh one says nothing of that, nor one that won't pass."""
    left, hint = case
    for refusal in (Timeout("That took too long: try again later."), NoArticle("There is no article on that page.")):
        refusal.left = left
        said = notes.refused(refusal, "https://example.org/").text
        assert ("look again" in said) == bool(hint and refusal.kind == "timeout")
        assert hint in said or refusal.kind == "no_article"
