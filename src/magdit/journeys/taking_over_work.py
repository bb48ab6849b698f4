"""The work on a list that was handed in: look what it would change, or take it over. Runs in a process of its own.

Taking over is one transaction, and that the list is done is part of it: when the process dies, either all of it
happened or nothing did. How far it is stands in a file (`at_work`), since SQLite's pen is taken meanwhile.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from magdit.areas.consent import imports as consents
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports import at_work, intakes, kept_list
from magdit.areas.people.imports.delivery import Delivery
from magdit.areas.people.imports.difference import Choices, Difference
from magdit.areas.people.imports.free_table import read_free_table
from magdit.areas.people.imports.intakes import FREE, TAKING
from magdit.areas.people.imports.mapping import Mapping, proposed
from magdit.areas.people.imports.mappings import save_mapping
from magdit.areas.people.imports.problems import NotTaken, Problems
from magdit.areas.people.imports.reading import read_list
from magdit.areas.people.imports.run import look, take_over
from magdit.areas.people.models import School
from magdit.areas.people.models_entry import Intake
from magdit.check.tables.unreadable import Unreadable
from magdit.journeys import taking_over_shown as shows

FILES = {"oneroster": "lijst.zip", "sds": "lijst.zip", "edexml": "lijst.xml", "uwlr": "lijst.xml"}
READERS = {"uwlr": "edexml"}


def carry_out(doing: Doing, intake: Intake) -> None:
    """Do what was begun. Whatever goes wrong is kept with the list: codes in the open, words enciphered."""
    work = _Work(doing, intake, intake.school)
    try:
        work.take() if intake.state == TAKING else work.look()
    except (NotTaken, Unreadable, Refused) as refused:
        work.keep("afgekeurd", shows.refused(refused))
    except Exception as error:  # also a MemoryError: whatever it was, nothing was taken over
        logging.getLogger("magdit.lists").exception("list failed")
        intakes.end(intake.pk, "mislukt", {"code": type(error).__name__}, at=doing.at)


@dataclass(frozen=True, slots=True)
class _Work:
    """One list, and who works on it."""

    doing: Doing
    intake: Intake
    school: School

    def look(self) -> None:
        """The difference as it will be shown, or the columns when nobody said yet how to read them."""
        at_work.tell(self.intake.pk, "lezen")
        if self.intake.kind in FREE:
            self._columns()
            if self.intake.told.get("kolommen") is None:
                return self.keep("kolommen", {})
        delivery = self._delivery()
        at_work.tell(self.intake.pk, "vergelijken")
        if self._is_about_consents:
            found = shows.answers(consents.look(self.doing, self.school, delivery))
        else:
            found = shows.difference(self.doing, self.school, look(self.doing, self.school, delivery, self._choices))
        return self.keep("bekeken", found)

    def take(self) -> None:
        """Take it over; the list and its key go in the same transaction."""
        at_work.tell(self.intake.pk, "lezen")
        delivery, skip = self._delivery(), bool(self.intake.told.get("sla_over"))
        if self._is_about_consents:
            with transaction.atomic():
                answers, taken = consents.take_over(self.doing, self.school, delivery, skip_astray=skip)
                self._done(shows.answer_counts(answers, taken.tasks))
        else:
            take_over(
                self.doing, self.school, delivery, self._choices, skip_astray=skip, progress=self._progress,
                within=self._as_shown,
            )  # fmt: skip

    def keep(self, state: str, found: dict[str, Any]) -> None:
        """Keep what a look found, for the page; the columns of the table stay beside it."""
        before = kept_list.shown(self.doing.board, self.intake.pk) or {}
        with transaction.atomic():
            kept_list.keep_shown(self.doing, self.intake.pk, {**shows.kept(before), **found})
            intakes.end(self.intake.pk, state, found.get("tellingen", {}), at=self.doing.at)

    @property
    def _is_about_consents(self) -> bool:
        return self.intake.kind == "toestemmingen"

    @property
    def _choices(self) -> Choices:
        told = self.intake.told
        return Choices(
            same=told.get("zelfde", {}), new=frozenset(told.get("nieuw", ())),
            end_stays=bool(told.get("groepen_verlaten")),
        )  # fmt: skip

    @property
    def _mapping(self) -> Mapping | None:
        told = self.intake.told
        if self.intake.kind not in FREE:
            return None
        return Mapping(self.intake.kind, told.get("kolommen") or {}, told.get("woorden") or {})

    def _as_shown(self, found: Difference) -> None:
        """What is taken over is what was shown, as far as numbers tell; otherwise they look again."""
        if found.counts() != self.intake.told.get("getoond", found.counts()):
            raise Refused("list_differs")
        self._done(found.counts())

    def _done(self, counts: dict[str, int]) -> None:
        told, mapping = self.intake.told, self._mapping
        if mapping is not None and told.get("koppeling"):
            save_mapping(self.doing, self.school, told["koppeling"], mapping)
        intakes.end(self.intake.pk, "klaar", counts, at=self.doing.at)
        intakes.forget(self.doing, self.intake.pk)

    def _progress(self, what: str, done: int, total: int) -> None:
        at_work.tell(self.intake.pk, what, done, total)

    def _delivery(self) -> Delivery:
        told, kind = self.intake.told, self.intake.kind
        with self._opened() as path:
            return read_list(
                path, self.school, READERS.get(kind, kind), as_of=date.fromisoformat(told["stand"]),
                key=told.get("vestiging", ""), mapping=self._mapping, items=consents.headings_of_items(self.school),
            )  # fmt: skip

    def _columns(self) -> None:
        """The headings of a free table, with what they seem to say, kept for the page."""
        items = consents.headings_of_items(self.school)
        with self._opened() as path:
            table = read_free_table(path, Problems())
        found = shows.columns(table, proposed(self.intake.kind, table.headings, items), items)
        kept_list.keep_shown(self.doing, self.intake.pk, found)

    @contextmanager
    def _opened(self) -> Iterator[Path]:
        name = FILES.get(self.intake.kind, "lijst")
        with kept_list.opened(self.doing.board, self.intake.pk, name) as path:
            yield path
