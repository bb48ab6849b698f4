"""Which protocols there are, and the book of packs that an act is judged under: a protocol and the law beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from magdit.norms.broken import BrokenPack
from magdit.norms.catalogue import Catalogue
from magdit.norms.compile_pack import compile_pack
from magdit.norms.judge import Book
from magdit.norms.model import Pack
from magdit.norms.ready import ReadyPack
from magdit.protocols.read_facts import read_facts
from magdit.protocols.read_pack import HEAD, located, read_pack

PACKS = Path(__file__).parent / "packs"
LAW = "wet"


class UnknownProtocol(LookupError):
    """No pack of this name; carries what there is and what looks like it."""

    def __init__(self, given: str, known: tuple[str, ...], nearest: tuple[str, ...]) -> None:
        super().__init__(given)
        self.given, self.known, self.nearest = given, known, nearest


@dataclass(slots=True)
class Library:
    """The packs in one or more folders; the folders given later come first."""

    folders: tuple[Path, ...] = (PACKS,)
    _base: Catalogue | None = None
    _read: dict[str, tuple[Pack, Catalogue]] = field(default_factory=dict)
    _books: dict[tuple[str, bool], Book] = field(default_factory=dict)

    @classmethod
    def with_folders(cls, more: Iterable[Path]) -> Library:
        """magdit's own packs and those in these folders; a folder may also be a pack itself."""
        return cls((*more, PACKS))

    @property
    def base(self) -> Catalogue:
        """The facts that all packs share."""
        if self._base is None:
            content = tomllib.loads((PACKS / "feiten.toml").read_text(encoding="utf-8"))
            self._base = read_facts(content)
        return self._base

    def ids(self, *, with_law: bool = False) -> tuple[str, ...]:
        """The protocols there are, in alphabetical order; the law only when asked."""
        return tuple(sorted(name for name in self._places() if with_law or name != LAW))

    def pack(self, pack_id: str) -> Pack:
        """One protocol as data; raises UnknownProtocol or BrokenPack."""
        return self._pack(pack_id)[0]

    def folder(self, pack_id: str) -> Path:
        """Where a protocol lies; raises UnknownProtocol."""
        places = self._places()
        if pack_id not in places:
            known = self.ids(with_law=True)
            raise UnknownProtocol(pack_id, known, tuple(get_close_matches(pack_id, known, n=3, cutoff=0.4)))
        return places[pack_id]

    def book(self, pack_id: str, *, with_law: bool = True) -> Book:
        """A protocol ready to judge, with the law beside it unless told otherwise; raises as `pack` does."""
        key = (pack_id, with_law)
        if key not in self._books:
            alone = pack_id == LAW or not with_law or LAW not in self._places()
            ids = [pack_id] if alone else [pack_id, LAW]
            catalogue = self._together([self._pack(name)[1] for name in ids])
            self._books[key] = Book(tuple(self._ready(name, catalogue) for name in ids), catalogue)
        return self._books[key]

    def _together(self, catalogues: list[Catalogue]) -> Catalogue:
        """The facts and words of several packs in one catalogue; where two define the same, the first one counts."""
        whole = catalogues[0]
        for other in catalogues[1:]:
            facts = [fact for name, fact in other.facts.items() if name not in whole.facts]
            words = {
                name: [
                    word
                    for word in listed
                    if name not in whole.vocabularies or word.code not in whole.vocabularies[name]
                ]
                for name, listed in other.vocabularies.items()
            }
            whole = whole.with_facts(facts, {name: more for name, more in words.items() if more})
        return whole

    def _ready(self, pack_id: str, catalogue: Catalogue) -> ReadyPack:
        pack, _ = self._pack(pack_id)
        try:
            return compile_pack(pack, catalogue)
        except BrokenPack as broken:
            broken.pack = pack_id
            raise located(broken, self.folder(pack_id)) from broken

    def _pack(self, pack_id: str) -> tuple[Pack, Catalogue]:
        if pack_id not in self._read:
            self._read[pack_id] = read_pack(self.folder(pack_id), self.base)
        return self._read[pack_id]

    def _places(self) -> dict[str, Path]:
        places: dict[str, Path] = {}
        for folder in self.folders:
            heads = [folder / HEAD] if (folder / HEAD).is_file() else sorted(folder.glob(f"*/{HEAD}"))
            for head in heads:
                name = _id_of(head)
                if name == LAW and head.parent.resolve() != (PACKS / LAW).resolve():
                    # A school may bring its own version of a protocol, but nobody puts the law aside by a name.
                    raise BrokenPack("id_taken", given=name, pack=head.parent.name, file=HEAD)
                places.setdefault(name, head.parent)
        return places


def _id_of(head: Path) -> str:
    """The id a pack gives itself; a head that cannot be read keeps its folder's name, and says why when it is used."""
    try:
        content = tomllib.loads(head.read_bytes().decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return head.parent.name
    about = content.get("protocol")
    given = about.get("id") if isinstance(about, dict) else None
    return given if isinstance(given, str) and given else head.parent.name
