"""Reading JSON strictly: a key that stands twice, a number that is none, or a text that is no UTF-8 is refused."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser


class StrictParser(Parser):
    """Of two equal keys nobody knows which is meant."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as plain data; ValueError becomes a 400."""
        try:
            found: dict[str, Any] = strict_json(request.body.decode("utf-8"))
        except RecursionError:
            raise ValueError("too deep") from None
        return found


def strict_json(text: str) -> Any:
    """What stands there; ValueError or RecursionError when it cannot be read in one way only."""
    return json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(given: str) -> float:
    raise ValueError("not a number")
