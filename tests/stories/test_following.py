"""Following countries by command: for oneself; any name will do, and spelling is forgiven."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Slack
from tests.stories.threads import somebody

pytestmark = pytest.mark.usefixtures("bot")


async def typed(slack: Slack, words: str, name: str = "maria") -> str:
    """What somebody alone is told after a command."""
    person = somebody(slack, name)
    place = next((one for one in slack.world.channels.values() if one.name == "desk"), None)
    before = len(slack.ephemeral(person))
    await slack.command(person, place or slack.channel("desk", person), "/dateline", words).done()
    said = await slack.wait_for(lambda: slack.ephemeral(person)[before:])
    assert not slack.posts()
    return said[-1].shown


async def pressed(slack: Slack, label: str, name: str = "maria") -> str:
    """What stands in the place of the last answer after one of its buttons was pressed."""
    person = somebody(slack, name)
    said = slack.ephemeral(person)[-1]
    before = said.shown
    button = next(each for each in said.buttons if each["text"]["text"] == label)
    await slack.click(person, said, button["action_id"], button["value"]).done()
    return (await slack.wait_for(lambda: [one for one in slack.ephemeral(person)[-1:] if one.shown != before]))[0].shown


async def test_a_country_by_any_of_its_names(slack: Slack) -> None:
    """It is said what will be told, and how fast; again, it is said that it is so already, with other paces."""
    assert "You follow 🇰🇵 North Korea: at once, articles in which it acts." in await typed(slack, "follow DPRK actor")
    again = await typed(slack, "follow north korea")
    assert "You follow 🇰🇵 North Korea already: at once, articles in which it acts. Another pace?" in again
    assert "Daily" in again
    assert "otherwise now: in a roundup each morning, articles in which it acts." in await pressed(slack, "Daily")


async def test_a_region_is_its_members(slack: Slack) -> None:
    """It is listed and ended as one; what is followed by itself stays as it is."""
    await typed(slack, "follow mali actor")
    said = await typed(slack, "follow the sahel daily")
    assert "You follow Sahel: in a roundup each morning, every article about it." in said
    assert "_5 countries: Burkina Faso, Chad, Mali, Mauritania, Niger. Mali stays as it is, followed before._" in said
    listed = await typed(slack, "following")
    assert "*You follow 2 of at most 50:*" in listed
    assert "*🇲🇱 Mali*: at once, articles in which it acts" in listed
    assert "You no longer follow Sahel." in await typed(slack, "unfollow sahel")
    assert "Mali" in await typed(slack, "following")


async def test_several_at_once(slack: Slack) -> None:
    """With commas, with "and"; a country with "and" in its name is one."""
    said = await typed(slack, "follow kenya, uganda and Bosnia weekly")
    assert said.count("in a roundup on Mondays") == 3
    assert "Bosnia and Herzegovina" in await typed(slack, "follow bosnia and herzegovina")
    assert "*You follow 3 of at most 50:*" in await typed(slack, "following")


async def test_what_is_no_longer_followed(slack: Slack) -> None:
    """It can be followed again at once; what was not followed is said to be so."""
    await typed(slack, "follow kenya")
    assert "You no longer follow 🇰🇪 Kenya." in await typed(slack, "unfollow kenya")
    assert "You follow 🇰🇪 Kenya" in await pressed(slack, "Follow again")
    assert "You no longer follow anything." in await typed(slack, "unfollow all")
    assert "You do not follow 🇰🇪 Kenya." in await typed(slack, "unfollow kenya")
    assert "You follow nothing yet." in await typed(slack, "following")


async def test_a_name_of_several_is_asked_back(slack: Slack) -> None:
    """Each is a button, which keeps the pace that was typed."""
    said = await typed(slack, "follow congo daily")
    assert "“congo” may be one of several: which one?" in said
    assert "You follow 🇨🇩 DR Congo: in a roundup each morning" in await pressed(slack, "🇨🇩 DR Congo")


async def test_an_unknown_name_gets_the_nearest(slack: Slack) -> None:
    """As buttons; where nothing is near, what to try."""
    assert "Did you mean one of these?" in await typed(slack, "follow kenia")
    assert "You follow 🇰🇪 Kenya" in await pressed(slack, "🇰🇪 Kenya")
    assert "Try its English name" in await typed(slack, "follow narnia")


async def test_fifty_are_the_most(slack: Slack) -> None:
    """A region counts as one; the next one is refused, and what is followed stays."""
    codes = (
        "DE FR IT ES PT PL CZ SK HU AT CH BE NL LU DK SE NO FI IS IE GB EE LV LT RO BG GR HR SI RS BA ME MK AL".split()
    )
    codes += "CN JP KR KP IN PK BD LK NP TH VN LA KH MY ID".split()
    await typed(slack, f"follow {', '.join(codes[:7])}")
    for start in range(7, len(codes), 7):
        await typed(slack, f"follow {', '.join(codes[start : start + 7])}")
    await typed(slack, "follow the sahel")
    assert "*You follow 50 of at most 50:*" in await typed(slack, "following")
    assert "You can follow 50 countries and regions at most" in await typed(slack, "follow kenya")
    assert "Kenya" not in await typed(slack, "following")


async def test_a_list_has_a_button_for_each(slack: Slack) -> None:
    """The first one is pressed."""
    await typed(slack, "follow kenya")
    await typed(slack, "following")
    assert "You no longer follow 🇰🇪 Kenya." in await pressed(slack, "Unfollow")


async def test_nothing_to_follow(slack: Slack) -> None:
    """It is told by example what can be typed."""
    assert "What would you like to follow? `/dateline follow kenya`" in await typed(slack, "follow")
