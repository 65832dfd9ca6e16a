"""The addresses at which this machine can be reached: what phones are told, and what the server answers to."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_address

import ifaddr

from course.model.record import Record

_TUNNELS = ("tun", "tap", "wg", "utun", "ppp", "docker", "veth", "br-", "virbr", "vmnet", "zt", "tailscale")
"""What interfaces are called that lead elsewhere than into the room, most of the time."""


class Address(Record):
    """One address, and the interface it belongs to."""

    host: str
    interface: str
    likely: bool
    """Whether phones in the room are likely to reach it."""


def addresses() -> tuple[Address, ...]:
    """Every address of this machine but its own for itself, the likely ones first."""
    found = [
        Address(each.ip, adapter.nice_name, _likely(each.ip, adapter.nice_name))
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
        if isinstance(each.ip, str) and _reachable(each.ip)
    ]
    return tuple(sorted(found, key=lambda each: (not each.likely, each.host)))


def _reachable(host: str) -> bool:
    found = ip_address(host)
    return isinstance(found, IPv4Address) and not (found.is_loopback or found.is_link_local)


def _likely(host: str, interface: str) -> bool:
    return ip_address(host).is_private and not interface.lower().startswith(_TUNNELS)


def origin(host: str, port: int) -> str:
    """How a browser calls it."""
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def origins(port: int) -> tuple[str, ...]:
    """All that this machine is called, for itself and for others."""
    return tuple(origin(each, port) for each in ("localhost", "127.0.0.1", *(each.host for each in addresses())))
