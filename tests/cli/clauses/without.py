"""The protocols of a school that left out one clause: what the clause does is not done there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from magdit.norms.broken import BrokenPack
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book
from magdit.norms.model import Pack
from magdit.protocols.library import Library
from magdit.protocols.shorter import PARTS, shorter_packs


@dataclass(frozen=True)
class Without:
    """A library in which the protocols are whole but for one clause of one of them."""

    library: Library
    protocol: str
    clause: str

    def book(self, name: str) -> Book:
        """Raises BrokenPack where the rest of the protocol cannot stand without the clause."""
        book = self.library.book(name)
        if name != self.protocol:
            return book
        for pack in _less(book.packs[0].pack, self.clause):
            try:
                return Book((compile_pack(pack, book.catalogue), *book.packs[1:]), book.catalogue)
            except BrokenPack as broken:
                last = broken
        raise last


def _less(pack: Pack, clause: str) -> Iterator[Pack]:
    """Without all of it; else without all but the words that other clauses are written in."""
    yield from (one.pack for one in shorter_packs(pack) if (one.kind, one.clause) == ("artikel", clause))
    fields = {field: _others(getattr(pack, field), clause) for field in PARTS.values() if field != "definitions"}
    less = replace(pack, **fields)
    if less != pack:
        yield less


def _others(parts, clause: str):
    return tuple(part for part in parts if part.clause != clause)
