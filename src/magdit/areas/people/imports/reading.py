"""Reading a list of any kind for one school: which reader it takes, and how our school is found in it."""

from __future__ import annotations

from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path

from magdit.areas.people.imports.delivery import Delivery
from magdit.areas.people.imports.edexml import read_edexml
from magdit.areas.people.imports.mapped import read_mapped
from magdit.areas.people.imports.mapping import Mapping
from magdit.areas.people.imports.oneroster import read_oneroster
from magdit.areas.people.imports.run import wanted
from magdit.areas.people.imports.sds import read_sds
from magdit.areas.people.models import School

READERS = {"oneroster": read_oneroster, "edexml": read_edexml, "sds": read_sds}


def read_list(
    source: Path, school: School, kind: str, *, as_of: date, key: str = "", mapping: Mapping | None = None,
    items: Table[str, str] | None = None,
) -> Delivery:  # fmt: skip
    """The delivery in a list; NotTaken or Unreadable when it cannot be read as it stands."""
    if mapping is not None:
        return read_mapped(source, mapping, items or {}, as_of=as_of)
    return READERS[kind](source, wanted(school, kind, key=key), as_of=as_of)
