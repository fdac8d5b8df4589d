"""Articles written for these stories, and questions asked about them through the whole newsroom."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.articles.paste.pasted import read_text
from bot.model import Question
from tests.newsroom import editor

if TYPE_CHECKING:
    from bot.model import Answer, Dossier

FERRY = """\
Ferry to Skarvik runs aground with 212 aboard
TROMSO, Norway, Feb. 11 (Example Wire) — A passenger ferry with 212 people aboard ran aground in thick fog off the \
island of Skarvik early on Tuesday, and all passengers were brought ashore by lifeboat.
The Nordlys Star had left Tromso at 5:40 a.m. and struck a reef twenty minutes before it was due to dock.
Three people were taken to hospital in Tromso with broken bones, the coastguard said.
Captain Ingrid Solheim, who has worked on the route for 14 years, ordered everyone to the lifeboats within minutes.
"Nobody panicked, and the crew did exactly what they had trained for," said Lars Bakken, a teacher who was on board.
The ship's radar had been repaired last week because it failed twice in January, according to the operator, Polar Lines.
Polar Lines has cancelled all crossings until Friday.
The Norwegian Safety Investigation Authority will publish its first findings on March 20.
About 40 tonnes of diesel remain in the tanks, but no leak has been found.
Fisherman Odd Nilsen saw the ferry's lights from his kitchen window and called the coastguard.
"""

SOLAR = """\
Lumenta to cut 640 jobs as solar prices slide
HAMBURG, May 6 (Example Wire) — Solar panel maker Lumenta said on Wednesday that it would cut 640 jobs, a fifth of its \
workforce, and close its plant in Rostock by the end of the year.
Revenue fell 18 percent to 1.3 billion euros in the first quarter, and the company lost 74 million euros.
Chief executive Petra Lindholm blamed cheap imports and high interest rates for the losses.
"We waited too long, and that is on me," Lindholm told reporters.
The IG Metall union called the closure "a slap in the face" and announced a strike for next Monday.
Lumenta's shares dropped 11 percent in Frankfurt.
The state of Mecklenburg-Vorpommern had supported the Rostock plant with 22 million euros since 2019.
Economy minister Jonas Reuter said the state would ask for its money back.
Lumenta plans to move its remaining production to Poznan, where it opened a factory in 2021.
Finance chief Tomas Varga will leave the company in June.
"""

LIBRARY = """\
How a village of 300 got its own library
The old fire station of Aldermoor now smells of paper instead of diesel. Since October its red doors have opened three \
afternoons a week, and anyone may borrow as many books as they can carry.
Retired postwoman Mary Hobbs, 71, started it with four boxes of crime novels from her attic.
Within a month neighbours had given more than 5,000 books.
The shelves were built by pupils of the Thornley school from the wood of the old stage.
There are no fines: "If you keep it, you loved it," Hobbs says.
The parish council lets the room for one pound a year.
On Fridays her husband Ted reads to children; his favourite is a story about a badger who is afraid of the dark.
Next spring the library wants to open a small café in the former hose tower.
"""

PAGES = {"ferry": FERRY, "solar": SOLAR, "library": LIBRARY}


@cache
def dossier_of(text: str) -> Dossier:
    """What the newsroom keeps of a text once somebody has asked about it."""
    return editor().embed(editor().compile(read_text(text)))


def ask(page: str, words: str, *before: str) -> Answer:
    """What is answered to a question about one of the pages (or a text), after those before it."""
    return editor().answer(Question(words, before=before), dossier_of(PAGES.get(page, page)))
