"""Many messages at the same moment."""

from __future__ import annotations

from bot.settings import Settings
from tests.fakes.slack import Slack
from tests.stories.conftest import running

MANY = 150  # more than a pool of connections to Redis holds


async def test_a_burst_of_messages_is_taken_at_the_first_attempt(slack: Slack, signed_settings: Settings) -> None:
    """Each waits for its turn at Redis for a moment; none is refused, to come back a minute later."""
    slack.use_http(f"http://127.0.0.1:{signed_settings.port}/slack/events")
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    async with running(signed_settings.model_copy(update={"dateline_workers": 0})):
        for number in range(MANY):
            slack.say(maria, desk, f"https://wire.example/2025/03/05/story-{number}")
        for event in slack.events():
            await event.done()
    assert [event.acked for event in slack.events()] == [True] * MANY
    assert {len(event.outcomes) for event in slack.events()} == {1}
