"""The standing cast of all tests: five invented people around one invented school, on one day.

Noor (9, her parents answer), Sem (sixteen today, answers himself where the protocol says so), Bram (teacher), Fatima
(head), and Olaf, who must not get in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

TODAY = date(2026, 3, 3)  # a Tuesday in the school year 2025-2026


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as a protocol meets them: a name, a role at school and, for pupils, a birth date."""

    name: str
    role: str
    born: date | None = None

    def age_on(self, day: date) -> int:
        """Whole years on a day; ValueError for someone whose birth date is nobody's business."""
        if self.born is None:
            raise ValueError(self.name)
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def shown(self, **told: Any) -> dict[str, Any]:
        """Them as a row of `in_beeld` or `wederpartij`, with whatever else is told of them."""
        born = {} if self.born is None else {"geboortedatum": self.born}
        return {"naam": self.name, "rol": self.role, **born, **told}


NOOR = Someone("noor", "leerling", date(2016, 5, 6))
SEM = Someone("sem", "leerling", date(2010, 3, 3))
BRAM = Someone("bram", "leerkracht")
FATIMA = Someone("fatima", "schoolleider")
OLAF = Someone("olaf", "buitenstaander")
