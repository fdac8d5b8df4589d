"""The address rule: which IP addresses are on the public internet. Pure.

The table is our own, because those of older Python releases miss some blocks. Sources: the special-purpose registries
of IANA (RFC 6890 and its updates), and the translation prefixes that lead back to private IPv4 addresses.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

_PRIVATE_4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",
            "100.64.0.0/10",  # shared by carriers
            "127.0.0.0/8",
            "168.63.129.16/32",  # Azure's wire server
            "169.254.0.0/16",  # link-local, and the clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays, deprecated
            "192.168.0.0/16",
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")  # all that is assigned as global unicast
_PRIVATE_6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments, Teredo (2001::/32) among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4
            "3fff::/20",  # documentation
        ),
    )
)
# Outside 2000::/3, and so refused without being named: ::/96, ::ffff:0:0:0/96, 64:ff9b::/96, 64:ff9b:1::/48, 100::/64,
# 5f00::/16, fc00::/7, fe80::/10, fec0::/10, ff00::/8. Inside 2001::/23 these are services for everybody:
_PUBLIC_SERVICES_6 = tuple(
    map(
        IPv6Network,
        (
            *("2001:1::1/128", "2001:1::2/128", "2001:1::3/128"),
            *("2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28"),
        ),
    )
)
_PUBLIC_4 = frozenset(("192.0.0.9", "192.0.0.10"))  # the same inside 192.0.0.0/24


def is_public(address: Address) -> bool:
    """Whether an address may be connected to. A mapped IPv4 address (``::ffff:a.b.c.d``) is judged as that address."""
    address = unmapped(address)
    if isinstance(address, IPv4Address):
        return str(address) in _PUBLIC_4 or not any(address in network for network in _PRIVATE_4)
    if any(address in network for network in _PUBLIC_SERVICES_6):
        return True
    return address in _PUBLIC_6 and not any(address in network for network in _PRIVATE_6)


def unmapped(address: Address) -> Address:
    """The IPv4 address inside a mapped one, without a zone; any other as it is."""
    if isinstance(address, IPv4Address):
        return address
    return address.ipv4_mapped or IPv6Address(int(address))
