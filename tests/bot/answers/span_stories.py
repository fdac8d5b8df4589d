"""Sentences written for stories of spans, with questions about them and the words that answer."""

from __future__ import annotations

STORIES = (
    (
        "The harbour board elected Marta Kowalczyk as its new chair on Monday.",
        "who is the new chair?",
        "Marta Kowalczyk",
    ),
    ("The harbour board elected Marta Kowalczyk as its new chair on Monday.", "when was she elected", "Monday"),
    (
        "Marta Kowalczyk, a former tugboat captain, now leads the harbour board.",
        "who is Marta Kowalczyk?",
        "a former tugboat captain",
    ),
    ("Local vet Anders Holm treated the injured swans.", "who treated the swans?", "Anders Holm"),
    ("A storm tore the roof off the market hall in Bergen late on Thursday.", "what tore off the roof?", "A storm"),
    ("A storm tore the roof off the market hall in Bergen late on Thursday.", "where is the market hall?", "Bergen"),
    (
        "The museum reopened after a renovation that cost 14 million euros.",
        "how much did the renovation cost?",
        "14 million euros",
    ),
    ("About 900 visitors queued outside the museum before noon.", "how many visitors queued?", "About 900"),
    ("About 900 visitors queued outside the museum before noon.", "where did they queue", "outside the museum"),
    (
        "The bakery closed because its owner could not find staff.",
        "why did the bakery close?",
        "its owner could not find staff",
    ),
    (
        "Farmers blocked the road to protest against the new fuel tax.",
        "why did farmers block the road",
        "protest against the new fuel tax",
    ),
    ("The tunnel is 57 kilometres long and took 17 years to build.", "how long is the tunnel?", "57 kilometres"),
    ("The tunnel is 57 kilometres long and took 17 years to build.", "how long did it take to build", "17 years"),
    (
        "Divers found the wreck by following a trail of broken pottery.",
        "how did the divers find it?",
        "by following a trail of broken pottery",
    ),
    (
        '"We have lost everything but the dog," said Pilar Ortiz, who lived next door.',
        "what did Pilar Ortiz say?",
        "We have lost everything but the dog",
    ),
    (
        "The mayor said that the bridge would stay shut until June.",
        "what did the mayor say",
        "the bridge would stay shut until June",
    ),
    ("The mayor said that the bridge would stay shut until June.", "when will the bridge reopen?", "June"),
    ("The court fined the airline 30,000 pounds for the delay.", "how much was the airline fined?", "30,000 pounds"),
    ("The court fined the airline 30,000 pounds for the delay.", "who fined the airline", "The court"),
    ("Police arrested two brothers from Lyon in connection with the theft.", "who arrested them", "Police"),
    (
        "The painting was bought by a collector from Osaka in 1998.",
        "who bought the painting?",
        "a collector from Osaka",
    ),
    ("The painting was bought by a collector from Osaka in 1998.", "when was the painting bought?", "1998"),
    ("The glacier has shrunk by 40 percent since 1970.", "by how much has the glacier shrunk?", "40 percent"),
    (
        "The team plans to launch a second satellite next spring.",
        "what will the team do next?",
        "to launch a second satellite next spring",
    ),
    ("The team plans to launch a second satellite next spring.", "when will they launch it", "next spring"),
    ("The suspect, a 34-year-old electrician, was caught at the border.", "how old is the suspect?", "a 34-year-old"),
    (
        "The suspect, a 34-year-old electrician, was caught at the border.",
        "where was the suspect caught",
        "at the border",
    ),
    (
        "Chief negotiator Lena Brandt resigned over the leaked letter.",
        "why did Lena Brandt resign?",
        "the leaked letter",
    ),
    ("Chief negotiator Lena Brandt resigned over the leaked letter.", "who resigned?", "Lena Brandt"),
    (
        "The village of Ardmore has been without water since Friday.",
        "since when has Ardmore been without water?",
        "Friday",
    ),
    ("The village of Ardmore has been without water since Friday.", "what village has no water", "Ardmore"),
    (
        "Researchers at Uppsala University tested the vaccine on 46 horses.",
        "what was the vaccine tested on?",
        "46 horses",
    ),
    (
        "Researchers at Uppsala University tested the vaccine on 46 horses.",
        "who tested the vaccine?",
        "Researchers at Uppsala University",
    ),
    ("The ship was carrying timber and fertiliser to Tunis.", "what was the ship carrying?", "timber and fertiliser"),
    ("The ship was carrying timber and fertiliser to Tunis.", "where was it going", "Tunis"),
    ("The orchestra will play in Porto, Braga and Faro in May.", "when will the orchestra play?", "May"),
    ("The mine employed 1,200 people before it flooded.", "how many people worked at the mine?", "1,200"),
    ("Trains run every 20 minutes during the fair.", "how often do trains run?", "every 20 minutes"),
    ("The law bans smoking on beaches.", "what does the law ban?", "smoking on beaches"),
    ("The law bans smoking on beaches.", "where is smoking banned", "on beaches"),
    ("The bear, known as Bruno, was seen near a campsite on Sunday night.", "what is the bear called?", "Bruno"),
    (
        "The minister welcomed the verdict. Judge Omar Haddad sentenced the general to nine years in prison.",
        "how long was the general sentenced to?",
        "nine years",
    ),
    (
        "The minister welcomed the verdict. Judge Omar Haddad sentenced the general to nine years in prison.",
        "who sentenced the general?",
        "Omar Haddad",
    ),
    (
        "The minister welcomed the verdict. Judge Omar Haddad sentenced the general to nine years in prison.",
        "who welcomed the verdict",
        "The minister",
    ),
    ("Heavy rain caused the landslide, the geological office said.", "what caused the landslide?", "Heavy rain"),
    (
        "Customs officers at Felixstowe seized 80 kilos of ivory hidden in a piano.",
        "how much ivory was seized?",
        "80 kilos",
    ),
    (
        "Customs officers at Felixstowe seized 80 kilos of ivory hidden in a piano.",
        "where was the ivory hidden",
        "a piano",
    ),
    (
        "Customs officers at Felixstowe seized 80 kilos of ivory hidden in a piano.",
        "who seized it?",
        "Customs officers",
    ),
    (
        "The choir was founded in 1911 by a priest named Emil Novak.",
        "who founded the choir?",
        "a priest named Emil Novak",
    ),
    ("The choir was founded in 1911 by a priest named Emil Novak.", "what year was the choir founded", "1911"),
    ("Volunteers planted 4,000 oaks along the river on Sunday.", "how many oaks were planted", "4,000"),
    ("Volunteers planted 4,000 oaks along the river on Sunday.", "where were the oaks planted?", "along the river"),
    ("Volunteers planted 4,000 oaks along the river on Sunday.", "who planted the oaks?", "Volunteers"),
    ("The factory makes wooden toys for export.", "what does the factory make?", "wooden toys for export"),
    (
        "The pilot landed the plane on a frozen lake after both engines failed.",
        "what did the pilot do?",
        "landed the plane on a frozen lake",
    ),
    (
        "The pilot landed the plane on a frozen lake after both engines failed.",
        "where did the plane land?",
        "a frozen lake",
    ),
    ("The committee will publish its report on 3 October.", "when's the report out?", "3 October"),
    ("The committee will publish its report on 3 October.", "what will the committee publish", "its report"),
    (
        "The prime minister's visit to Malta was cancelled because of a strike.",
        "why was the visit cancelled",
        "because of a strike",
    ),
    (
        "The prime minister's visit to Malta was cancelled because of a strike.",
        "where was the prime minister going?",
        "Malta",
    ),
    (
        '"Nobody panicked, and the crew did what they had trained for," said Lars Bakken, a teacher.',
        "what did bakken say?",
        "Nobody panicked, and the crew did what they had trained for",
    ),
)
"""Sentences, a question, and the words of the answer."""

MISSED = (
    ("The court fined the airline 30,000 pounds for the delay.", "what was the airline fined for?", "the delay"),
    (
        "Police arrested two brothers from Lyon in connection with the theft.",
        "who was arrested?",
        "two brothers from Lyon",
    ),
    (
        "The orchestra will play in Porto, Braga and Faro in May.",
        "which cities will the orchestra play in?",
        "Porto, Braga and Faro",
    ),
    ("The bear, known as Bruno, was seen near a campsite on Sunday night.", "when was the bear seen?", "Sunday night"),
    ("The factory makes wooden toys for export.", "what kind of toys does it make", "wooden"),
    ("The storm is moving north at 30 kilometres an hour.", "how fast is the storm moving?", "30 kilometres an hour"),
)
"""The same, with what is still answered worse."""
