"""Every address of the web application, read from Django's own list; and every row that rooms declare about one."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web import rows
from tests.web.row import Maker, Place, Row

# What other tests answer for.
ELSEWHERE = {
    "beheer/": "Django's admin: tests/server and the areas' own tests of admin",
    "api/v1/": "the API: tests/api",
    "gezond": "says only whether the server lives: tests/server/test_health.py",
}


@dataclass(frozen=True)
class Route:
    """An address: its name with namespace, the address itself, and the names of what stands in it."""

    name: str
    address: str
    parts: frozenset[str]


@dataclass(frozen=True)
class Declared:
    """A row with the room that declared it, and that room's makers."""

    row: Row
    room: str
    makers: Mapping[str, Maker]

    def __str__(self) -> str:
        how = "GET" if self.row.sends is None else "POST"
        return f"{self.row.name} {how} {self.row.says}".strip()


@cache
def routes() -> tuple[Route, ...]:
    """All addresses but those that other tests answer for."""
    return tuple(route for route in _walk(get_resolver()) if not route.address.startswith(tuple(ELSEWHERE)))


@cache
def declared() -> tuple[Declared, ...]:
    """The rows of all rooms."""
    modules = [import_module(f"{rows.__name__}.{found.name}") for found in pkgutil.iter_modules(rows.__path__)]
    return tuple(
        Declared(row, module.__name__.rsplit(".", 1)[-1], getattr(module, "MADE", {}))
        for module in modules
        for row in module.ROWS
    )


def filled_in(one: Declared, place: Place) -> tuple[str, Mapping[str, object]]:
    """The address of a row at a place, and what was made for it."""
    made = one.makers[one.row.about](place) if one.row.about in one.makers else {}
    known = {
        "code": place.school.code, "group": place.group.pk, "year": place.group.year, "guardian": place.guardian.pk,
        **dict.fromkeys(("person", "pupil", "child"), place.pupil.pk), **made,
    }  # fmt: skip
    wanted = next(route.parts for route in routes() if route.name == one.row.name)
    return reverse(one.row.name, kwargs={name: value for name, value in known.items() if name in wanted}), made


def _walk(
    resolver: URLResolver, start: str = "", spaces: tuple[str, ...] = (), parts: frozenset[str] = frozenset()
) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        address = start + str(pattern.pattern)
        inside = parts | _parts(pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, address, spaces + ((pattern.namespace,) if pattern.namespace else ()), inside)
        else:
            yield Route(":".join((*spaces, pattern.name or address)), address, inside)


def _parts(pattern: URLPattern | URLResolver) -> frozenset[str]:
    expression = pattern.pattern.regex.groupindex
    return frozenset(expression)
