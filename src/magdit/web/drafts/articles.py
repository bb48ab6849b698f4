"""An article of a protocol as it is read on a page: in short, in full, from where it is, and under which address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.people.models import School
from magdit.norms.model import Clause, Pack
from magdit.web.addresses import with_scheme

LAW = "wet"
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“'\"])")


@dataclass(frozen=True, slots=True)
class Article:
    """`short`: its first sentence; `says`: all of it, in our words; `layer`: whose rule it is, in words.

    `source` and `source_address`: the text itself, where the pack leads to it.
    """

    number: str
    title: str
    short: str
    says: str
    left_open: str
    chapter: str
    layer: str
    protocol: str
    version: str
    source: str
    source_address: str
    is_law: bool
    address: str

    @property
    def is_online(self) -> bool:
        """Whether the text itself can be read on the web."""
        return self.source_address.startswith(("https://", "http://"))


def article_of(pack: Pack, clause: Clause, school: School) -> Article:
    """This article as pages of this school show it."""
    source: Mapping[str, object] = clause.source or {}
    says = " ".join(clause.says.split())
    return Article(
        number=clause.number,
        title=clause.title or "",
        short=SENTENCE.split(says, 1)[0],
        says=says,
        left_open=" ".join((clause.left_open or "").split()),
        chapter=clause.chapter,
        layer=_layer(clause.rank),
        protocol=pack.title,
        version=pack.version,
        source=str(source.get("titel") or ""),
        source_address=with_scheme(str(source.get("adres") or "")),
        is_law=clause.rank == LAW,
        address=reverse("articles:article", args=[school.code, pack.id, clause.number]),
    )


def _layer(rank: str) -> str:
    said = {
        "wet": _("Dit is de wet: geen protocol kan hem opzij zetten"),
        "bestuur": _("Dit geldt voor alle scholen van het bestuur"),
        "school": _("Dit sprak de school af"),
    }  # fmt: skip
    return said.get(rank, "")
