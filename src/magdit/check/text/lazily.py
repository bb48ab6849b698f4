"""A pattern that is made when it is first asked for: most texts need few of them, and making them all takes long."""

from __future__ import annotations

import re
from typing import cast


class _Lazily:
    """The methods of a pattern, as attributes that the first question fills in; after it they cost nothing."""

    __slots__ = ("_source", "findall", "finditer", "fullmatch", "match", "search", "sub")

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        made = re.compile(self._source)
        for method in self.__slots__[1:]:
            setattr(self, method, getattr(made, method))
        return getattr(made, name)


def lazily(source: str) -> re.Pattern[str]:
    """A stand-in for `re.compile(source)`. Only the source is looked at later: a mistake in it shows at first use."""
    return cast("re.Pattern[str]", _Lazily(source))
