"""The short list to look for in the photo: who on the roster may not be shown on this channel."""

from __future__ import annotations

from magdit.check.draft.draft import Draft
from magdit.check.tables.roster import Person
from magdit.norms.combine import Says
from magdit.norms.judge import Book, outcome_of
from magdit.norms.read_act import read_act
from magdit.norms.situation import Situation

UNSURE = frozenset({Says.MAYBE_DENY, Says.MAYBE_EITHER})


def without_consent(draft: Draft, book: Book) -> tuple[Person, ...]:
    """Who on the roster has no valid yes for a picture on this medium.

    Nobody when there are no consents to look in, and nobody where the protocol shows no one anyway: a list is of use
    only if some may be shown and others not.
    """
    if draft.roster is None or draft.consents is None:
        return ()
    people = list(draft.roster.people)
    act = read_act({**_about(draft), "in_beeld": [_shown(person, draft) for person in people]}, book.catalogue)
    barred: dict[bool, set[int]] = {True: set(), False: set()}
    for finding in outcome_of(book.packs, Situation(act)).findings:
        at = finding.situation.index
        by_consent = bool(finding.ready.names & {rule.name for rule, _ in finding.pack.consents})
        # A yes that is not sure is no yes: someone of unknown age is on the list.
        if at is not None and (finding.says is Says.DENY or (by_consent and finding.says in UNSURE)):
            barred[by_consent].add(at)
    if len(barred[False]) == len(people):
        return ()
    return tuple(person for at, person in enumerate(people) if at in barred[True] | barred[False])


def _about(draft: Draft) -> dict[str, object]:
    return {
        "wie": list(draft.roles),
        "handeling": draft.action,
        "medium": draft.medium,
        "moment": draft.moment.isoformat(timespec="minutes"),
        "inhoud": ["foto"],
        **draft.settled,
    }


def _shown(person: Person, draft: Draft) -> dict[str, object]:
    records = draft.consents.of(person.id) if draft.consents else ()
    born = {"geboortedatum": person.born.isoformat()} if person.born else {}
    return {
        "rol": list(person.roles),
        "herkenbaar": True,
        "genoemd": False,
        "toestemmingen": [dict(record) for record in records],
        **born,
    }
