from __future__ import annotations

from ipaddress import ip_address

import pytest

from bot.articles.web.address import is_public

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254
    169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.0.192 192.0.2.1
    192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1
    239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
    :: ::1 ::7f00:1 ::a00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
    64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
    2001:2::1 2001:10::1 2001:db8::1 2002:7f00:1:: 2002:a9fe:a9fe:: 2002:808:808:: 3fff::1 5f00::1 4000::1 e000::1
    fc00::1 fd00:ec2::254 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
"""
PUBLIC = """
    1.1.1.1 8.8.8.8 9.9.9.9 11.0.0.1 23.1.2.3 52.95.110.1 93.184.216.34 99.255.255.255 100.63.255.255 100.128.0.1
    126.255.255.255 128.0.0.1 151.101.1.1 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.1 172.15.255.255
    172.32.0.1 192.0.0.9 192.0.0.10 192.0.1.1 192.0.3.1 192.88.98.1 192.88.100.1 192.167.255.255 192.169.0.1
    198.17.255.255 198.20.0.1 198.51.99.1 203.0.112.1 203.0.114.1 223.255.255.255
    ::ffff:8.8.8.8 2001:200::1 2001:1::1 2001:3::1 2001:4:112::1 2001:20::1 2001:30::1 2001:4860:4860::8888
    2003::1 2400:cb00::1 2606:4700:4700::1111 2620:fe::fe 2a00:1450:4001::1 2c0f:f248::1 3ffe::1
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_an_address_off_the_public_internet(address: str) -> None:
    """Private, local, shared, reserved, documentation, multicast, and every prefix that leads back to one of them."""
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC.split())
def test_an_address_on_the_public_internet(address: str) -> None:
    """The neighbours of each refused block, public services inside one, and well-known hosts."""
    assert is_public(ip_address(address))
