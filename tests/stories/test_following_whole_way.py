"""From an order to a message: somebody follows, somebody else posts a link, and the first one is told."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website
from tests.stories.pages import TITLE, page
from tests.stories.threads import ferry, somebody

pytestmark = pytest.mark.usefixtures("bot")


async def test_from_an_order_to_a_message_and_to_peace(slack: Slack, site: Website) -> None:
    """Why, and the way to the digest; after a mute nothing more comes, whatever is posted."""
    maria, ken, jens = (somebody(slack, name) for name in ("maria", "ken", "jens"))
    desk = slack.channel("desk", maria, ken)
    for person, words in ((jens, "follow kenya actor"), (ken, "follow kenya")):
        await slack.command(person, slack.direct(person), "/dateline", words).done()
    await slack.wait_for(lambda: slack.ephemeral(jens) and slack.ephemeral(ken))
    [digest] = await slack.replies(slack.say(ken, desk, site.page("/moyale", page())))

    def letters() -> list[Message]:
        return slack.posts(slack.direct(jens))

    [letter] = await slack.wait_for(letters)
    assert letter.shown.startswith("🇰🇪 Kenya is an actor")
    assert TITLE in letter.shown
    assert digest.ts.replace(".", "") in str(letter.blocks)
    await slack.click(jens, letter, "order_mute").done()
    await slack.wait_for(lambda: [one for one in slack.ephemeral(jens) if "nothing more about" in one.shown])
    again = page("Kenya and Ethiopia shut the Moyale crossing again")
    await slack.replies(slack.say(maria, desk, site.page("/ferry", ferry())))
    await slack.replies(slack.say(maria, desk, site.page("/again", again)))
    await slack.quiet()
    assert letters() == [letter]
    assert not [one for one in slack.posts(slack.direct(ken)) if TITLE in one.shown], "who shared it knows it"
