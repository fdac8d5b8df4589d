"""Parameters that say where a reader came from, or how a page is to look, and never which page it is. Pure data.

From the lists of ClearURLs and of browsers, and from outlets' own share links. In doubt a parameter is left out of the
list: a missed one costs a second reading, a wrong one would make one article of two.
"""

from __future__ import annotations

_CLICKS = """
    fbclid gclid gclsrc gad_source gad_campaignid dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id
    igsh igshid mibextid epik srsltid vgo_ee _openstat rb_clickid irclickid irgwc iclid sccid s_cid s_kwcid ef_id _kx
    mkcid fb_action_ids fb_action_types fb_source fb_ref __tn__ __twitter_impression sthash trackingid rcm lipi
    _branch_match_id _branch_referrer dicbo tblci cvid scm
"""
_MAIL = """
    mc_cid mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_enc_id oly_anon_id
    wickedid ml_subscriber ml_subscriber_hash ck_subscriber_id dm_i elqtrack elqtrackid sms_source sms_click __s
    bsft_clkid bsft_eid bsft_mid bsft_uid bsft_aaid nlid nrid regi_id isfreemail sfmc_id sfmc_activityid et_rid et_cid
    emci emdi ueid bxid cndid hasha hashb hashc esrc lctg segmentid carta-url
"""
_OUTLETS = """
    _ga _gl icid intcmp cmp cmp_tu ncid ocid cmpid cid_source smid smtyp emc xtor wt_mc wt_zmc wt.mc_id wt.nav
    guccounter guce_referrer guce_referrer_sig soc_src soc_trk tsrc .tsrc taid ref ref_src ref_url rref referrer
    referringsource refsrc reflink sharetype sr_share spm echobox piano_t rss partner campaign_id ito trk trkid srnd
    sref leadsource utm feedtype feedname ftcamp wpisrc wpmm sara_ecid sara_ref li_source li_medium cm_mmc cm_ite
    cm_cat intlink_from_url link_location pinned_post_locator clicksource embedded-checkout traffic_source
    triedredirect amp_js_v amp_gsa amp_tf ampshare usqp aoh showwelcomeonshare
"""
NAMES = frozenset((_CLICKS + _MAIL + _OUTLETS).split())
PREFIXES = ("utm_", "at_", "ns_", "pk_", "mtm_", "matomo_", "hsa_", "itm_", "stm_", "iesrc")

_VIEWS = """
    amp amp=1 amp=true outputtype=amp output=amp view=amp amp_markup=1 noamp noamp=mobile
    print print=1 print=true print=yes print=y printable=1 printable=yes printable=true
    view=print output=print outputtype=print format=print mode=print layout=print
    mobile=1 mobile=true view=mobile nomobile=1 desktop=1
"""
VIEWS = frozenset(_VIEWS.split())
"""Pairs that ask for another look of the same page: for AMP, for paper, for a telephone."""

_NETWORKS = """
    facebook twitter x email linkedin reddit whatsapp jetpack-whatsapp telegram pocket tumblr pinterest mastodon bluesky
    threads skype print
"""
_SHARED = frozenset(f"share={network}" for network in _NETWORKS.split())  # any other value may be what opens the page


def noise(pair: str) -> bool:
    """Whether ``name=value`` of a query does not belong to a page's identity."""
    low = pair.lower()
    name = low.partition("=")[0]
    return name in NAMES or name.startswith(PREFIXES) or low.removesuffix("=") in VIEWS or low in _SHARED
