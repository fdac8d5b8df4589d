"""Every way to write an address as a host: what browsers, resolvers and careless parsers take for the same address."""

# ruff: noqa: RUF001  letters of other scripts that look like ASCII are what these links are about

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

_CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_WIDE = str.maketrans("0123456789abcdefx.", "０１２３４５６７８９ａｂｃｄｅｆｘ．")
_BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def of_four(address: str) -> tuple[str, ...]:
    """An IPv4 address in numbers of every base, length and script."""
    number = int(IPv4Address(address))
    a, b, c, d = number.to_bytes(4, "big")
    plain = (
        address,
        f"{address}.",
        *(
            str(number),
            hex(number),
            f"0X{number:X}",
            f"0{number:o}",
            f"0x{number:020x}",
            f"{number:020o}",
            f"{number}.",
        ),
        *(f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{number & 0xFFFF}", f"{a:#x}.{number & 0xFFFFFF:#x}"),
        *(f"0{a:o}.{number & 0xFFFFFF}", f"{a}.0x{b:x}.0{number & 0xFFFF:o}", f"{a}.{b}.{c:#x}.0{d:o}"),
        ".".join(f"{part:#x}" for part in (a, b, c, d)),
        ".".join(f"0{part:o}" for part in (a, b, c, d)),
        ".".join(f"{part:012o}" for part in (a, b, c, d)),
        ".".join(f"0x{part:012X}" for part in (a, b, c, d)),
    )
    scripts = (address.translate(table) for table in (_CIRCLED, _WIDE, _BOLD, _RAISED))
    dotted = (address.replace(".", dot) for dot in ("。", "．", "｡"))
    return (*plain, *scripts, *dotted, hex(number).translate(_WIDE), str(number).translate(_WIDE), f"{address}\xad")


def inside_six(address: str) -> tuple[str, ...]:
    """An IPv4 address inside an IPv6 one, by every mechanism that leads back to it, in brackets."""
    number = int(IPv4Address(address))
    high, low = number >> 16, number & 0xFFFF
    prefixes = ("::ffff:", "::", "::ffff:0:", "64:ff9b::", "64:ff9b:1::", "64:ff9b:1:ffff::")
    whole = tuple(f"{prefix}{tail}" for prefix in prefixes for tail in (address, f"{high:x}:{low:x}"))
    turned = number ^ 0xFFFFFFFF  # Teredo writes its client's address in complement
    tunnels = (
        f"2002:{high:x}:{low:x}::",
        f"2002:{high:x}:{low:x}::{high:x}:{low:x}",
        f"2001:0:{high:x}:{low:x}::1",
        f"2001::{turned >> 16:x}:{turned & 0xFFFF:x}",
        f"fe80::5efe:{address}",
    )
    return tuple(f"[{spelling}]" for text in (*whole, *tunnels) for spelling in of_six(text))


def of_six(address: str) -> tuple[str, ...]:
    """An IPv6 address as it stands, short, in full and in capitals."""
    value = IPv6Address(address)
    return tuple(dict.fromkeys((address, value.compressed, value.exploded, value.exploded.upper())))
