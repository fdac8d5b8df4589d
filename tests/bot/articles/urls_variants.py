"""Rows of links: those of one article, and those that only look like it."""

from __future__ import annotations

STORY = "https://example.com/2025/03/04/story"
# All of a row are one article.
SAME = [
    (STORY, f"{STORY}/", "http://example.com/2025/03/04/story", "https://www.example.com/2025/03/04/story"),
    (STORY, "HTTPS://EXAMPLE.com:443/2025/03/04/story#comments", "http://example.com:80/2025/03/04/story?#x"),
    (STORY, f"{STORY}/index.html", f"{STORY}/index.htm", f"{STORY}//"),
    (STORY, f"{STORY}/amp", f"{STORY}/amp/", f"{STORY}.amp", f"{STORY}?amp", f"{STORY}?amp=1", f"{STORY}?amp=true"),
    (STORY, f"{STORY}?outputType=amp", f"{STORY}?output=amp", f"{STORY}?view=amp", f"{STORY}?noamp=mobile"),
    (STORY, "https://example.com/amp/2025/03/04/story", "https://amp.example.com/2025/03/04/story"),
    (
        STORY,
        "https://www.google.com/amp/s/example.com/2025/03/04/story/amp",
        "https://google.co.uk/amp/example.com/2025/03/04/story",
    ),
    (STORY, "https://example-com.cdn.ampproject.org/c/s/example.com/2025/03/04/story?amp_js_v=a6&usqp=mq331AQ%3D"),
    (
        STORY,
        "https://cdn.ampproject.org/v/s/www.example.com/2025/03/04/story",
        "https://www.bing.com/amp/s/example.com/2025/03/04/story",
    ),
    (STORY, "https://m.example.com/2025/03/04/story", "https://mobile.example.com/2025/03/04/story?mobile=1"),
    (STORY, f"{STORY}/print", f"{STORY}/print/", f"{STORY}/printable", f"{STORY}?print=1", f"{STORY}?view=print"),
    (STORY, f"{STORY}/print.html", f"{STORY}?output=print", f"{STORY}?format=print&print=true"),
    (
        STORY,
        f"{STORY}?utm_source=a&utm_medium=b&utm_campaign=c&utm_id=1",
        f"{STORY}?UTM_Source=a",
        f"{STORY}?utm_source",
    ),
    (
        STORY,
        f"{STORY}?fbclid=x",
        f"{STORY}?gclid=x&gbraid=y&wbraid=z",
        f"{STORY}?msclkid=x",
        f"{STORY}?igshid=x&igsh=y",
    ),
    (STORY, f"{STORY}?mc_cid=x&mc_eid=y", f"{STORY}?mkt_tok=x", f"{STORY}?_hsenc=x&_hsmi=y", f"{STORY}?vero_id=x"),
    (
        STORY,
        f"{STORY}?at_medium=RSS&at_campaign=K",
        f"{STORY}?CMP=Share",
        f"{STORY}?ns_mchannel=x&ns_source=y&ns_fee=0",
    ),
    (
        STORY,
        f"{STORY}?smid=tw-share",
        f"{STORY}?smtyp=cur",
        f"{STORY}?ref=home",
        f"{STORY}?ref_src=twsrc",
        f"{STORY}?ocid=x",
    ),
    (
        STORY,
        f"{STORY}?xtor=RSS-1",
        f"{STORY}?ito=x",
        f"{STORY}?taid=1",
        f"{STORY}?srnd=x",
        f"{STORY}?cmpid=x",
        f"{STORY}?wpisrc=x",
    ),
    (
        STORY,
        f"{STORY}?share=twitter",
        f"{STORY}?share=jetpack-whatsapp&nb=1".replace("&nb=1", ""),
        f"{STORY}?ncid=x&guccounter=1",
    ),
    (STORY, f"{STORY}?&&", f"{STORY}?utm_source=a&&fbclid=b&"),
    (STORY, f"{STORY}#:~:text=a", f"{STORY}#!", f"{STORY}#/", f"{STORY}#part-2"),
    (f"{STORY}?id=7&page=2", f"{STORY}?page=2&id=7", f"{STORY}?page=2&utm_source=x&id=7"),
    ("https://example.com/wiki/A", "https://m.example.com/wiki/A", "https://www.m.example.com/wiki/A"),
    ("https://en.example.org/wiki/A", "https://en.m.example.org/wiki/A", "https://en.m.m.example.org/wiki/A"),
    ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", "https://BÜCHER.example/%c3%a4"),
    ("https://example.com/~a/b%20c", "https://example.com/%7ea/%62%20c", "https://example.com/x/../~a/./b%20c"),
    (
        "https://example.com/",
        "http://www.example.com",
        "https://example.com/index.html",
        "https://m.example.com/?utm_source=x",
    ),
    ("https://example.com:8080/a", "https://www.example.com:8080/a/"),
    ("https://1.1.1.1/a", "http://1.1.257/a", "http://0x01010101/a/"),
]
# Each of a row is an article of its own.
DIFFERENT = [
    tuple(
        f"{STORY}?{name}={number}"
        for name in ("id", "p", "article", "story", "a", "aid", "newsid")
        for number in (1, 2)
    ),
    tuple(
        f"{STORY}?{pair}"
        for pair in ("page=1", "page=2", "date=2025-03-04", "q=a", "v=1", "s=a", "t=1", "cid=1", "m=1")
    ),
    (
        STORY,
        f"{STORY}?lang=fr",
        f"{STORY}?share=Zk81mQ3v",
        f"{STORY}?source=a",
        f"{STORY}?gift=abc",
        f"{STORY}?token=abc",
    ),
    (
        "https://example.com/Story",
        "https://example.com/story",
        "https://example.com/story-2",
        "https://example.com/story/2",
    ),
    ("https://example.com/story?a=1&a=2", "https://example.com/story?a=2&a=1", "https://example.com/story?a=1"),
    (
        "https://example.com/#!/story/1",
        "https://example.com/#!/story/2",
        "https://example.com/#/story/1",
        "https://example.com/",
    ),
    ("https://example.com/a", "https://example.org/a", "https://news.example.com/a", "https://example.co.uk/a"),
    ("https://example.com/a", "https://example.com:8080/a", "http://example.com:8080/a", "https://example.com:8443/a"),
    ("https://m.com/a", "https://www.com/a", "https://amp.com/a", "https://m.co.uk/a", "https://co.uk/a"),
    ("https://example.com/amp", "https://example.com/", "https://example.com/print", "https://example.com/champ"),
    (
        "https://example.com/blueprint",
        "https://example.com/blue",
        "https://example.com/stamp",
        "https://example.com/st",
    ),
    (
        "https://example.com/a.html",
        "https://example.com/a",
        "https://example.com/a.php",
        "https://example.com/a/b.html",
    ),
    ("https://example.com/a%2Fb", "https://example.com/a/b", "https://example.com/a%20b", "https://example.com/a+b"),
    (
        "https://example.com/index.html/x",
        "https://example.com/x",
        "https://example.com/index.php",
        "https://example.com/",
    ),
    (
        "https://www.google.com/amp/s/example.com/a",
        "https://www.google.com/amp/s/example.com/b",
        "https://www.google.com/a",
    ),
    (
        "https://cdn.ampproject.org/c/s/ex..com/a",
        "https://cdn.ampproject.org/c/s/-x.com/a",
        "https://cdn.ampproject.org/a",
    ),
    (
        "https://evilcdn.ampproject.org.example/c/s/example.com/a",
        "https://notgoogle.com/amp/s/example.com/a",
        "https://example.com/a",
    ),
]
