"""The spelling of a host: every way to write one becomes one way, before anything looks at it. Pure."""

from __future__ import annotations

import re
from functools import reduce
from ipaddress import AddressValueError, IPv6Address

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_LONGEST = 253
_PARTS, _BYTE = 4, 256  # of an IPv4 address


def normal(host: str) -> str | None:
    """The host in lower-case ASCII: IDNA names encoded, numbers as dotted IPv4, IPv6 compressed and in brackets.

    Follows the WHATWG URL standard (host parsing, the IPv4 number parser), so that a decimal, octal, hexadecimal or
    short spelling is the address that a resolver would make of it. None where it is no host.
    """
    if host.startswith("["):
        return _six(host)
    name = _ascii(host.lower())
    if name is None:
        return None
    name = name.removesuffix(".")
    labels = name.split(".")
    if _NUMBER.match(labels[-1]):
        return _four(labels)
    return name if len(name) <= _LONGEST and all(map(_LABEL.match, labels)) else None


def _six(host: str) -> str | None:
    try:
        address = IPv6Address(host.removeprefix("[").removesuffix("]"))
    except AddressValueError:
        return None
    return None if address.scope_id or not host.endswith("]") else f"[{address.compressed}]"


def _ascii(host: str) -> str | None:
    if host.isascii():
        return host
    import idna  # its tables are large, and few hosts need them

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return _mapped(host)


def _mapped(host: str) -> str | None:
    """Hosts that IDNA 2008 refuses but whose compatibility form is ASCII: circled digits and the like."""
    import unicodedata

    name = unicodedata.normalize("NFKC", host).replace("。", ".").lower()
    return name if name.isascii() else None


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
