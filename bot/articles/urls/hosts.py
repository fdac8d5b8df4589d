"""The spelling of a host: every way to write one becomes one way, before anything looks at it. Pure."""

from __future__ import annotations

import re
from functools import reduce
from ipaddress import AddressValueError, IPv6Address

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}\Z")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_LONGEST = 253
_PARTS, _BYTE = 4, 256  # of an IPv4 address

# Ends of names that no public name server answers for (RFC 6761, 6762, 8375, 9476; ICANN's .internal), and of those
# that offices use although nobody assigned them.
_INSIDE = frozenset("localhost localdomain local internal intranet private corp home lan alt test invalid".split())


def normal(host: str) -> str | None:
    """The host in lower-case ASCII: IDNA names encoded, numbers and mapped addresses as dotted IPv4, IPv6 in brackets.

    Follows the WHATWG URL standard (host parsing, the IPv4 number parser), so that a decimal, octal, hexadecimal or
    short spelling is the address that a resolver would make of it. None where it is no host.
    """
    if host.startswith("["):
        return _six(host)
    name = _ascii(host)
    if name is None:
        return None
    name = name.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.match(labels[-1]):
        return _four(labels)
    return name if len(name) <= _LONGEST and all(map(_LABEL.match, labels)) else None


def is_inside(host: str) -> bool:
    """Whether a normal host is a name that only some network's inside knows: ``localhost``, ``wiki``, ``a.internal``.

    Who resolves names judges their addresses; this is for whoever hands them to somebody else, such as a proxy.
    """
    labels = host.split(".")
    return not host.startswith("[") and (len(labels) == 1 or labels[-1] in _INSIDE or labels[-2:] == ["home", "arpa"])


def _six(host: str) -> str | None:
    try:
        address = IPv6Address(host.removeprefix("[").removesuffix("]"))
    except AddressValueError:
        return None
    if address.scope_id or not host.endswith("]"):
        return None
    return str(address.ipv4_mapped or f"[{address.compressed}]")


def _ascii(host: str) -> str | None:
    if host.isascii():
        return host.lower()
    import idna  # its tables are large, and few hosts need them

    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return ".".join(map(_encoded, re.split("[.\u3002\uff0e\uff61]", mapped)))
    except UnicodeError:
        return None


def _encoded(label: str) -> str:
    """A mapped label as browsers encode it (UTS 46): they open hosts of emoji too, which IDNA 2008 refuses."""
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def _four(labels: list[str]) -> str | None:
    numbers = [_integer(label) for label in labels]
    if len(numbers) > _PARTS or any(number is None for number in numbers):
        return None
    *head, last = (number for number in numbers if number is not None)
    if any(number >= _BYTE for number in head) or last >= _BYTE ** (_PARTS - len(head)):
        return None
    value = reduce(lambda total, part: total + (part[1] << 8 * (3 - part[0])), enumerate(head), last)
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _integer(label: str) -> int | None:
    if not label or len(label) > 40:  # noqa: PLR2004  no spelling of 32 bits is longer; keeps int() linear
        return None
    base, digits = (16, label[2:]) if label.startswith("0x") else (8, label[1:]) if label[0] == "0" else (10, label)
    try:
        return int(digits or "0", base) if "_" not in digits and digits[:1] not in {"+", "-"} else None
    except ValueError:
        return None
