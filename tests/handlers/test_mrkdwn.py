"""Slack's markup as people type it."""

import pytest

from handlers import mrkdwn

LINKS = [
    ("<https://wire.example/a>", ("https://wire.example/a",)),
    (
        "see <https://wire.example/a|the report> and <http://b.example/>",
        ("https://wire.example/a", "http://b.example/"),
    ),
    ("<https://wire.example/?a=1&amp;b=2>", ("https://wire.example/?a=1&b=2",)),
    ("<mailto:desk@wire.example|desk@wire.example>", ()),
    ("<@U123> <#C123|general> <!here> <!subteam^S1|@desk>", ()),
    ("<https://team.slack.com/archives/C1/p1>", ()),
    ("<https://slack.com.wire.example/a>", ("https://slack.com.wire.example/a",)),
    ("https://wire.example/in-code", ()),
    ("a &lt;https://wire.example/a&gt; b", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "links"), LINKS)
def test_links_are_what_slack_marks_as_links(text: str, links: tuple[str, ...]) -> None:
    """Only ``<http…>`` forms count, unescaped, without Slack's own addresses."""
    assert mrkdwn.links(text) == links


PLAIN = [
    ("<https://wire.example/a|the report> says", "the report says"),
    ("<https://wire.example/a>", "https://wire.example/a"),
    ("AT&amp;T &lt;NYSE&gt;", "AT&T <NYSE>"),
    ("<@U1|amina> in <#C1|desk>: <!here> <!subteam^S1|@team>", "@amina in #desk: @here @team"),
    ("<@U1>", "@U1"),
    ("no markup at all", "no markup at all"),
]


@pytest.mark.parametrize(("text", "plain"), PLAIN)
def test_plain_text_is_what_was_typed(text: str, plain: str) -> None:
    """Labels instead of links, names instead of ids, no escapes."""
    assert mrkdwn.plain(text) == plain


def test_mentions_are_found_and_taken_out() -> None:
    """A mention counts for its own user only."""
    assert mrkdwn.mentions("hey <@U1> look", "U1")
    assert mrkdwn.mentions("hey <@U1|bot>", "U1")
    assert not mrkdwn.mentions("hey <@U12>", "U1")
    assert not mrkdwn.mentions("hey <@U1>", None)
    assert mrkdwn.without_mentions("<@U1> what now <@U2|x>?") == "what now ?"
