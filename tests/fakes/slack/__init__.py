"""Slack on loopback, for tests: strict, deterministic, and spoken to by the real clients.

::

    async with Slack(patience=0.3) as slack:
        maria = slack.person("maria", tz="Europe/Vienna")
        desk = slack.channel("desk", maria)  # the bot is in it
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        app = AsyncApp(client=client)  # HTTP: slack.use_http(url), slack.app.signing_secret
        sockets = AsyncWebClient(base_url=slack.api_url)
        handler = AsyncSocketModeHandler(app, slack.app_token, web_client=sockets)
        await handler.connect_async()
        await slack.connected()

        asked = slack.say(maria, desk, "https://news.example/story?a=1&b=2")  # stored as <https://…&amp;b=2>
        [digest] = await slack.replies(asked)  # waits for changes, never sleeps
        assert "Moyale" in digest.shown  # the words of the blocks
        await slack.click(maria, digest, "follow").done()  # only what is really there can be clicked
        slack.delete(asked)  # a parent with replies becomes a tombstone

        slack.rate_limit("chat.postMessage", times=2, retry_after="1")
        slack.fail("chat.postMessage", drop="after")  # posted, but the answer is lost
        gate = slack.hold("chat.postMessage")  # … gate.set()
        slack.redeliver(asked, times=4)  # the same event, four at once
        await slack.quiet()  # nothing more happens

=========== ========================================================================================================
people      ``say edit unfurl delete react unreact invite other_bot_post open_home uninstall redeliver``
and the app ``command shortcut click submit_view``, each gives a `Delivery`: ``await …done()``, ``acked``, ``response``
looking     ``messages thread posts ephemeral calls statuses prompts modals home_of events acks``
waiting     ``wait_for replies quiet connected``
places      ``install`` (a workspace), ``person channel direct bot oauth_code``
signed HTTP ``use_http deliver_http verify_url callback``
trouble     ``rate_limit fail delay hold``, ``sockets.disconnect()``, ``sockets.drop()``
=========== ========================================================================================================

What is refused, and by which name, is in `api` (methods) and `kit` (Block Kit, as tables). Habits of Slack's that
surprise are kept on purpose: a ``thread_ts`` without a message makes a top-level post, silently; text without blocks
takes the blocks of an updated message away; an event comes only from conversations where the bot is, and only with the
scope; the bot's own posts come back as events; commands and interactions are never brought twice. What Slack's client
does not let a person click or submit raises `LookupError`: a plain field holds 3,000 characters, a closed one nothing.
"""

from tests.fakes.slack.deliveries import Delivery, Outcome
from tests.fakes.slack.model import Channel, Ephemeral, Message, User, View, Workspace
from tests.fakes.slack.records import Call
from tests.fakes.slack.signed import HttpAnswer, sign
from tests.fakes.slack.slack import Slack

__all__ = [
    "Call",
    "Channel",
    "Delivery",
    "Ephemeral",
    "HttpAnswer",
    "Message",
    "Outcome",
    "Slack",
    "User",
    "View",
    "Workspace",
    "sign",
]
