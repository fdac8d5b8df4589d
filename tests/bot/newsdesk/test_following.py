"""Orders as outcomes: what is followed then, and what whoever asked is told of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.model import Subscription
from bot.newsdesk.following import Following, Outcome
from bot.storage.store import Store
from bot.storage.subscriptions import MOST
from bot.topics import find

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
TEAM, MARIA, DESK = "T1", "U1", "C1"
ALL = frozenset({"least_role", "pace"})
WISH = Subscription(MARIA, "")


@pytest.fixture
def desk(store: Store) -> Following:
    """At noon."""
    return Following(store, NOON.timestamp)


async def follow(
    desk: Following, words: str, *asked: str, wish: Subscription = WISH
) -> dict[str, tuple[str, str, str, str]]:
    """Follow, with these fields asked for; what is followed then: region, role, pace, and who asked, by country."""
    await desk.follow(TEAM, wish, words, keep=ALL - set(asked))
    return await state(desk, wish.reader)


async def state(desk: Following, reader: str = MARIA) -> dict[str, tuple[str, str, str, str]]:
    """What is followed now, by country: region, role, pace, who asked."""
    return {one.country: (one.region, one.least_role, one.pace, one.by) for one in await desk.following(TEAM, reader)}


def kinds(outcomes: list[Outcome]) -> list[str]:
    """In a word each."""
    return [outcome.kind for outcome in outcomes]


async def test_new_the_same_and_changed(desk: Following) -> None:
    """What nobody asked for stays as it is."""
    [first] = await desk.follow(TEAM, Subscription(MARIA, "", "actor", "daily"), "Kenya", keep=frozenset())
    assert (first.kind, first.topic, first.apart) == ("new", find("kenya"), ())
    [again] = await desk.follow(TEAM, WISH, "kenia's", keep=ALL)
    assert again.kind == "unknown"
    [again] = await desk.follow(TEAM, WISH, "KE", keep=ALL)
    assert again.kind == "same"
    assert again.subscription == Subscription(MARIA, "KE", "actor", "daily")
    [changed] = await desk.follow(TEAM, Subscription(MARIA, "", pace="weekly"), "Kenya", keep=frozenset({"least_role"}))
    assert changed.kind == "changed"
    assert changed.subscription == Subscription(MARIA, "KE", "actor", "weekly")


async def test_whoever_asks_for_what_is_has_not_asked_for_it(desk: Following) -> None:
    """A channel's mornings stay those of the person who let it follow, until another one changes how."""
    await follow(desk, "kenya", wish=Subscription(DESK, "", by="U1"))
    again = await desk.follow(TEAM, Subscription(DESK, "", by="U2"), "kenya", keep=ALL)
    assert kinds(again) == ["same"]
    assert (await state(desk, DESK))["KE"][3] == "U1"
    changed = await follow(desk, "kenya", "pace", wish=Subscription(DESK, "", pace="daily", by="U2"))
    assert changed["KE"] == ("", "mentioned", "daily", "U2")


async def test_a_region_keeps_off_what_is_followed_by_itself(desk: Following) -> None:
    """It says which countries these are; followed by itself later, a country stays when the region ends."""
    await follow(desk, "mali", "least_role", wish=Subscription(MARIA, "", "actor"))
    [sahel] = await desk.follow(TEAM, Subscription(MARIA, "", pace="daily"), "sahel", keep=ALL - {"pace"})
    assert (sahel.kind, sahel.apart) == ("new", ("ML",))
    assert sahel.subscription
    assert (sahel.subscription.region, sahel.subscription.pace) == ("Sahel", "daily")
    assert kinds(await desk.follow(TEAM, WISH, "niger", keep=ALL)) == ["new"]
    now = await state(desk)
    assert now["NE"] == ("", "mentioned", "daily", "")
    assert now["ML"] == ("", "actor", "instant", "")
    assert kinds(await desk.unfollow(TEAM, MARIA, "sahel")) == ["gone"]
    assert set(await state(desk)) == {"ML", "NE"}
    assert kinds(await desk.unfollow(TEAM, MARIA, "sahel")) == ["none"]


async def test_a_region_that_lost_a_country_gets_it_back_as_it_is_followed(desk: Following) -> None:
    """With the region's pace, though nobody says it again."""
    await follow(desk, "sahel", "pace", wish=Subscription(MARIA, "", pace="weekly"))
    await desk.unfollow(TEAM, MARIA, "mali")
    assert "ML" not in await state(desk)
    assert (await follow(desk, "sahel"))["ML"] == ("Sahel", "mentioned", "weekly", "")


async def test_two_regions_have_a_country_in_common(desk: Following) -> None:
    """The one that tells more, and sooner, has it; when one ends, the other has it."""
    await follow(desk, "EU", "pace", wish=Subscription(MARIA, "", pace="weekly"))
    daily = Subscription(MARIA, "", pace="daily")
    assert kinds(await desk.follow(TEAM, daily, "benelux", keep=ALL - {"pace"})) == ["new"]
    now = await state(desk)
    assert now["BE"] == ("Benelux", "mentioned", "daily", "")
    assert now["FR"][0] == "European Union"
    await follow(desk, "nordic countries", "pace", "least_role", wish=Subscription(MARIA, "", "actor", "instant"))
    assert (await state(desk))["SE"][0] == "European Union", "weekly, but all of it"
    [ended] = await desk.unfollow(TEAM, MARIA, "benelux")
    assert ended.kind == "gone"
    now = await state(desk)
    assert now["BE"] == ("European Union", "mentioned", "weekly", "")
    await desk.unfollow(TEAM, MARIA, "EU")
    now = await state(desk)
    assert now["SE"] == (now["NO"][0], "actor", "instant", "")
    assert "FR" not in now


async def test_what_rests_is_awake_when_it_is_followed_again(desk: Following) -> None:
    """Whoever follows wants to be told."""
    await follow(desk, "kenya")
    await desk.rest(TEAM, MARIA, "kenya", 7)
    assert kinds(await desk.follow(TEAM, WISH, "kenya", keep=ALL)) == ["changed"]
    await desk.rest(TEAM, MARIA, "kenya", None)
    await desk.follow(TEAM, WISH, "kenya", keep=ALL)
    assert await desk.following(TEAM, MARIA) == (Subscription(MARIA, "KE"),)


async def test_snoozed_muted_and_awake(desk: Following) -> None:
    """One place, several, a region, or all; others are left alone."""
    await follow(desk, "kenya, uganda and the sahel")
    assert kinds(await desk.rest(TEAM, MARIA, "kenya and sahel", 1)) == ["gone", "gone"]
    until = {one.country: one.snoozed_until for one in await desk.following(TEAM, MARIA)}
    assert until["KE"] == until["ML"] == "2025-03-05T12:00:00+00:00"
    assert until["UG"] is None
    assert kinds(await desk.rest(TEAM, MARIA, "", None)) == ["gone"]
    assert all(one.muted for one in await desk.following(TEAM, MARIA))
    assert kinds(await desk.rest(TEAM, MARIA, "", 0)) == ["gone"]
    assert not any(one.muted or one.snoozed_until for one in await desk.following(TEAM, MARIA))
    assert kinds(await desk.rest(TEAM, MARIA, "norway, congo", 1)) == ["none", "several"]
    assert kinds(await desk.rest(TEAM, MARIA, "norway", 1)) == ["none"]
    assert kinds(await desk.rest(TEAM, "U2", "", 1)) == ["none"]


async def test_nothing_and_everything(desk: Following) -> None:
    """No words end all of it, once; what ended is told as it was."""
    await follow(desk, "kenya", "pace", wish=Subscription(MARIA, "", pace="weekly"))
    [ended] = await desk.unfollow(TEAM, MARIA, "kenya")
    assert ended.subscription == Subscription(MARIA, "KE", pace="weekly")
    await follow(desk, "kenya, sahel")
    assert kinds(await desk.unfollow(TEAM, MARIA, "")) == ["gone"]
    assert kinds(await desk.unfollow(TEAM, MARIA, "")) == ["none"]


async def test_a_list_with_a_misspelt_name(desk: Following) -> None:
    """The others are followed; a misspelt name with "and" in it is not taken apart."""
    assert kinds(await desk.follow(TEAM, WISH, "kenya, ugnda and congo", keep=ALL)) == ["new", "unknown", "several"]
    [one] = await desk.follow(TEAM, WISH, "Bosnia and Herzegowina", keep=ALL)
    assert (one.kind, [topic.codes for topic in one.choices]) == ("unknown", [("BA",)])
    assert kinds(await desk.unfollow(TEAM, MARIA, "narnia and gondor")) == ["unknown"]
    assert set(await state(desk)) == {"KE"}


async def test_the_limit_counts_a_region_as_one(desk: Following, store: Store) -> None:
    """What is followed already can still be changed; what would be one too many is not followed at all, nor in part."""
    codes = [code for code in find("africa").codes if code not in find("sahel").codes][: MOST - 1]  # type: ignore[union-attr]  # both are known
    await store.follow_all(TEAM, tuple(Subscription(MARIA, code) for code in codes))
    assert kinds(await desk.follow(TEAM, WISH, "sahel", keep=ALL)) == ["new"]
    [full] = await desk.follow(TEAM, WISH, "benelux", keep=ALL)
    assert (full.kind, full.subscription) == ("full", None)
    assert not {"BE", "NL", "LU"} & set(await state(desk))
    daily = Subscription(MARIA, "", pace="daily")
    assert kinds(await desk.follow(TEAM, daily, "sahel", keep=ALL - {"pace"})) == ["changed"]
    assert kinds(await desk.follow(TEAM, WISH, "mali", keep=ALL)) == ["same"]
    assert (await state(desk))["ML"][0] == "Sahel", "by itself it would be the 51st"
