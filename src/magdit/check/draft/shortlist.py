"""The short list to look for in the photo: the pupils on the roster who may not be shown on this channel."""

from __future__ import annotations

from magdit.check.draft.draft import Draft
from magdit.check.tables.roster import Person
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation
from magdit.norms.truth import YES

PICTURES = frozenset({"foto", "video"})


def without_consent(draft: Draft, book: Book) -> tuple[Person, ...]:
    """Who on the roster has no valid yes for a picture on this medium; nobody when there are no consents to look in."""
    if draft.roster is None or draft.consents is None:
        return ()
    pupils = [person for person in draft.roster.people if person.role == "leerling"]
    tests = [piece for ready in book.packs for rule, piece in ready.consents if PICTURES & set(rule.covers)]
    act = read_act({**_about(draft), "in_beeld": [_shown(person, draft) for person in pupils]}, book.catalogue)
    situation = Situation(act)
    views = [situation.about("in_beeld", at, person) for at, person in enumerate(act.people["in_beeld"] or ())]
    may = [all(test.test(view) is YES for test in tests) for view in views]
    return tuple(person for person, fine in zip(pupils, may, strict=True) if not fine)


def _about(draft: Draft) -> dict[str, object]:
    return {
        "wie": list(draft.roles),
        "handeling": draft.action,
        "medium": draft.medium,
        "moment": draft.moment.isoformat(timespec="minutes"),
        "inhoud": ["foto"],
    }


def _shown(person: Person, draft: Draft) -> dict[str, object]:
    records = draft.consents.of(person.id) if draft.consents else ()
    born = {"geboortedatum": person.born.isoformat()} if person.born else {}
    return {"rol": "leerling", "herkenbaar": True, "toestemmingen": [dict(record) for record in records], **born}
