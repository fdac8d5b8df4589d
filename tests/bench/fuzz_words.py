"""The pieces of which hostile pages and texts are made; all of it was written for this. A broken bar parts them."""

# ruff: noqa: RUF001  that characters are not what they look like is the point

from __future__ import annotations

SENTENCES = (
    "The harbour council of Westhaven reopened the northern pier on Monday after a nine-month closure, officials said.¦"
    "“It is a door, not a wall,” said Mara Ellison, the council's chairwoman, in a statement to the Coast Herald.¦"
    "About 1,400 fishermen lost $3.2 million because the pier was closed, according to the trade ministry of Norway.¦"
    "He added that the work will be finished by June 2, 2026, and that Kenya and Peru are to follow next year.¦"
    "On Sept. 31, 999 years ago, 999 months from now, in January 0000 and on Feb. 30, 9999 nothing happened.¦"
    "Last week the Foreign Minister, Dr. Iva Korhonen, 45, told reporters in Paris, Texas, that she might resign.¦"
    "THE MINISTER OPENED THE PIER IN GEORGIA ON 0001-01-01 AND ON 9999-12-31 “AT 25:61 P.M.”, SAID A. B. C.¦"
    "Police blamed Jon Pell for the fire in Al-Harra—a town near the border of Chad—and 12% of 5,000,000,000 men.¦"
    "Read more: Ten things to know about the pier¦Image copyright Getty Images Image caption The pier at dawn¦"
    "By Sam Ortega and Lee Wong¦Subscribe to our newsletter.¦We use cookies. Accept all¦Sign in to continue¦"
    "‘We'll see’, the ’90s singer's neighbour's boss said; ''yes``, she said: \"no¦Source: Coast Wire (AP) --¦"
    "Les députés ont adopté la loi mardi à Genève, a déclaré la ministre.¦市议会星期一重新开放了码头。¦"
    "قال الوزير إن الميناء مفتوح."
).split("¦")
"""What texts say."""

ODD = (
    "¦ ¦\n¦\r\n¦\t¦\u0000¦\u000b¦\u001c¦\u0085¦\u00a0¦\u00ad¦\u200b¦\u200d¦\u2028¦\u202e¦\u2066¦\ufeff¦\ufffe¦"
    '\ud800¦\udc80¦\U0010ffff¦\U0001f1f0¦\U0001f468\u200d\U0001f469¦e\u0301\u0302\u0303¦İ¦ß¦ﬁ¦Ǆ¦²¦٣¦Ⅷ¦½¦１２¦“¦”¦"¦'
    "'¦’¦``¦(¦)¦[¦]¦{¦}¦<¦>¦</¦&¦&#0;¦&#xd800;¦&#x110000;¦&lt;script&gt;¦<!--¦-->¦<![CDATA[¦]]>¦"
    "<?xml version='1.0' encoding='utf-7'?>¦<!DOCTYPE html [<!ENTITY a '&a;&a;'>]>¦&a;¦…¦--¦—¦|¦•¦$¦%¦5%¦$1¦@a¦#b¦"
    "http://¦https://[::¦mailto:a@b¦<!channel>¦<@U1>¦:tada:¦```¦Mr. ¦U.S.¦a.m.¦St.¦I ¦said ¦he ¦who ¦by ¦in Paris ¦"
    "Monday ¦on Feb. 30 ¦will be ¦because "
).split("¦")
"""Characters and signs that somebody did not think of."""

DATES = (
    "2025-03-05¦2025-03-05T08:30:00Z¦2025-03-05T08:30:00+02:00¦0000-00-00¦0001-01-01¦9999-12-31¦"
    "9999-12-31T23:59:60-23:59¦2025-02-30¦2025-13-01T99:99¦2025-W54-9¦20250305¦1e309¦-1¦1741163400¦253402300800000¦"
    "Mon, 31 Feb 99999 25:00 GMT¦Wed, 05 Mar 2025 08:30:00 +9999¦٢٠٢٥-٠٣-٠٥¦２０２５-０３-０５¦5 March 2025¦March 5th¦"
    "05/03/25¦yesterday¦12:00¦T¦Z¦2025-03-05T08:30:00+99:99¦2025-03-05 08:30:00 UTC+1¦0¦"
    "1970-01-01T00:00:00.000000000000001Z"
).split("¦")
"""Dates of every malformed kind, and some that are none."""

KEYS = (
    "@type¦@graph¦@id¦@context¦headline¦alternativeHeadline¦name¦author¦creator¦editor¦publisher¦datePublished¦"
    "dateCreated¦dateModified¦articleBody¦isAccessibleForFree¦hasPart¦cssSelector¦mainEntityOfPage¦mainEntity¦url¦"
    "inLanguage¦isPartOf¦itemListElement¦liveBlogUpdate¦sourceOrganization¦logo¦image¦description¦wordCount"
).split("¦")
"""Names in JSON-LD."""

TYPES = (
    "NewsArticle¦Article¦ReportageNewsArticle¦LiveBlogPosting¦WebPage¦VideoObject¦Person¦Organization¦ItemList¦"
    "CollectionPage¦http://schema.org/NewsArticle¦newsarticle¦WebSite¦BreadcrumbList¦Product"
).split("¦")
"""Types in JSON-LD."""

METAS = (
    "<title>{}</title>¦<meta property='og:title' content='{}'>¦<meta name='author' content='{}'>¦"
    "<meta property='og:url' content='{}'>¦<meta property='article:published_time' content='{}'>¦"
    "<meta name='date' content='{}'>¦<meta property='og:site_name' content='{}'>¦<link rel='canonical' href='{}'>¦"
    "<link rel=amphtml href='{}'>¦<meta charset='{}'>¦<meta http-equiv=refresh content='0;url={}'>¦"
    "<meta property='og:type' content='{}'>¦<meta name=robots content='{}'>¦<base href='{}'>¦"
    "<meta property='og:locale' content='{}'>"
).split("¦")
"""What stands in a head."""

ELEMENTS = (
    "<p>{}</p>¦<p>{}</p>¦<p>{}¦<h1>{}</h1>¦<h2>{}</h2>¦<article>{}</article>¦"
    "<div class='article-body story'>{}</div>¦<div><div>{}¦<blockquote><q>{}</q></blockquote>¦<ul><li>{}</li></ul>¦"
    "<table><tr><td>{}</table>¦<figure><figcaption>{}</figcaption></figure>¦<aside class='related'>{}</aside>¦"
    "<a href='/x?y=1#z'>{}</a>¦<a href='javascript:{}'>more</a>¦<pre><code>{}</code></pre>¦<svg><text>{}</svg>¦"
    "<span style='display:none'>{}</span>¦<p hidden>{}</p>¦<noscript>{}</noscript>¦<template>{}</template>¦"
    "<iframe srcdoc='{}'></iframe>¦<div class='byline author'>By {}</div>¦<form><input type=password>{}</form>¦"
    "<math><mi>{}¦<select><option>{}¦<details><summary>{}</details>¦<p class='paywall subscriber-only'>{}</p>¦"
    '<br><br>{}<hr>¦<b><i><u>{}</b></i>¦<p onclick="{}" onclick=2 = \' ">x</p>¦<textarea>{}¦<frameset>{}'
).split("¦")
"""What stands in a body."""

CHARSETS = (
    "utf-8¦utf-8¦utf-8¦utf-8¦utf-8¦utf-8¦cp1252¦utf-16¦utf-16-le¦utf-16-be¦utf-32¦gb18030¦shift_jis¦iso2022_jp¦"
    "utf-7¦koi8-r¦big5¦euc_kr"
).split("¦")
"""What pages are encoded in, whatever they say."""

HEADERS = (
    "text/html; charset=utf-8¦text/html; charset=utf-8¦text/html; charset=utf-8¦text/html; charset=utf-8¦"
    'text/html; charset=utf-8¦text/html¦text/plain¦application/xhtml+xml¦¦text/html;charset="utf-16"¦'
    "text/html; charset=idna¦text/html; charset=rot13¦text/html; charset=\u0000¦"
    "TEXT/HTML ; Charset = 'gb2312' ; charset=big5¦application/octet-stream¦application/pdf¦text/xml¦"
    "application/rss+xml¦*/*¦;¦text/html; charset=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx¦"
    "text/html; charset=undefined¦text/html; charset=unicode_escape"
).split("¦")
"""What the header says of the type."""

PLACES = (
    "https://news.example/2025/03/05/pier¦http://a.b.news.example:8080/x¦https://xn--bcher-kva.example/¦"
    "https://[2001:db8::1]/a?b=c#d¦https://www.news.example/amp/story.amp?utm_source=x&id=1¦"
    "https://news.example/%C3%A9/%zz?token=abc123456789abcdef0123456789"
).split("¦")
"""Where a page was found."""

_STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:8])
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier reopens | Coast Herald</title>
<link rel="canonical" href="https://news.example/2025/03/05/pier"><meta property="og:title" content="Pier reopens">
<meta property="og:site_name" content="Coast Herald">
<meta property="article:published_time" content="2025-03-05T08:30:00+01:00">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "NewsArticle",
"headline": "Pier reopens", "datePublished": "2025-03-05T08:30:00+01:00", "isAccessibleForFree": true,
"author": [{{"@type": "Person", "name": "Sam Ortega"}}],
"publisher": {{"@type": "Organization", "name": "Coast Herald"}}}}]}}</script></head>
<body><header><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav></header>
<main><article class="story"><h1>Pier reopens</h1><p class="byline">By Sam Ortega</p>
<time datetime="2025-03-05T08:30:00+01:00">5 March 2025</time>
<figure><img src="a.jpg"><figcaption>The pier. Photo: Lee Wong</figcaption></figure>
{_STORY}<aside><h3>Related</h3><a href="/a">Ten things to know</a></aside>{_STORY}
</article></main><footer>All rights reserved</footer></body></html>"""
"""A page as outlets have it."""
