from __future__ import annotations

import pytest

from bot.articles.prose import lines, text
from bot.articles.story import heads

FOREIGN = """
Read more: How the closure began
ALSO READ: Ten photographs from the border
Related: What the new permits cost
See also – The road to Mandera
Don’t miss | Our guide to the region
More on this story: The talks of January
Also on example.com: Ministers meet again
Most read in world news
Related articles
You may also like:
Advertisement
Story continues below
12 comments
Share this article
Sign up for our newsletter to get the news in your inbox every morning.
Subscribe to our podcast and never miss a story.
Follow us on Facebook, Instagram and Twitter.
Follow Amina Yusuf on Twitter @amina
Click here for more information about our newsletter
Amina Yusuf and Dawit Bekele contributed to this report.
(Reporting by Amina Yusuf; editing by Dawit Bekele)
Additional reporting by Li Wei
Photo: Example Wire
Image credit: Example Wire
© Example Wire 2025
Illustration by Li Wei.
The new weighbridge at Moyale (credit: Example Wire)
Lorries wait at the barrier. Amina Yusuf/Getty Images
Related post: A walk along the border
All rights reserved. This material may not be published or rewritten.
amina@example.com
https://www.example.com/a @amina
[button link="https://example.com" type="big"]
* * *
"""
STORY = """
“Read the small print,” the minister said.
Related parties will meet again in March, officials said.
Follow the money, the auditor told the committee, and the rest becomes clear.
See you in court, he wrote.
More than 600 people were injured, the ministry said: most of them children.
The picture that the report paints is bleak.
Subscribers to the service complained about the outage.
The video showed two men leaving the building.
Share prices fell by four per cent.
What changes for drivers
He said [of the closure] that nobody was asked.
Editing by hand is slow work, the curator said, and few people still learn it at all in the schools of today.
Images by satellites showed the queue.
Photos by Li Wei hang in the hall of the new museum, where they will stay until the end of the year.
Sign of the times: shops close at noon.
"""


@pytest.mark.parametrize("line", FOREIGN.strip().split("\n"))
def test_a_line_that_is_not_of_the_story(line: str) -> None:
    """Pointers, sign-ups, shares, credits, addresses."""
    assert lines.is_foreign(line)


@pytest.mark.parametrize("line", STORY.strip().split("\n"))
def test_a_line_of_the_story(line: str) -> None:
    """It may begin like a pointer."""
    assert not lines.is_foreign(line)


def test_a_long_line_is_never_foreign() -> None:
    """What is longer than a pointer is a paragraph."""
    assert not lines.is_foreign("Read more: " + "the story went on " * 40)


def test_the_end_of_a_text() -> None:
    """A source line and the portrait of a company at the end do not belong to it."""
    story = [f"Paragraph {n} of the story." for n in range(8)]
    found = lines.sort([*story, "About Example Holding", "Example Holding makes bridges.", "It has two plants."])
    assert found.story == story
    assert lines.sort([*story, "Source: Example Wire"]).story == story
    assert lines.sort(["Advertisement", *story]).foreign == ["Advertisement"]
    assert lines.sort([]).story == []


def test_the_top_of_a_text() -> None:
    """The title once more, what stands above it, dates and bylines are gone; sentences stay."""
    story = ["It rained for 40 days, at 10:30 every morning it began.", "It rained.", "Then it stopped."]
    top = [
        "Weather",
        "Rain ends",
        "By Amina Yusuf and Dawit Bekele",
        "Updated 10:45 AM EAT, 4 March 2025",
        "3 min read",
    ]
    assert heads.without([*top, *story], "Rain ends") == story
    assert heads.without(["Rain ends!", "Rain ends", *story], "Rain Ends") == story
    assert heads.without(["A sentence stands above.", "Rain ends", *story], "Rain ends") == [
        "A sentence stands above.",
        *story,
    ]
    assert heads.without([*story[1:], "Then it stopped."], None) == story[1:]


def test_extracted_lines_are_clean() -> None:
    """Composed characters, single spaces, nothing invisible, no marks of lists and tables."""
    raw = "- Cafe\u0301\u200b  au\u00a0lait\n\n| a | b |\n\u202eabc\u202c\n  \n"
    assert text.lines(raw) == ["Café au lait", "a | b", "abc"]
