"""Where a draft goes: the accounts and channels to choose from, the classes, and the rest of the form about that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from magdit.areas.consent.texts.catalogue import purposes
from magdit.areas.drafts.models import Draft
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Group
from magdit.areas.people.queries import visible_groups
from magdit.areas.registers.channels_queries import accounts_for
from magdit.journeys.hand_in.judging import DEFAULT_MEDIUM, Judging
from magdit.web.channels import for_staff
from magdit.web.drafts.here import roles_here
from magdit.web.told import page_language, word
from magdit.web.visit import Visit
from magdit.words.roles import ROLES
from magdit.words.vocabulary import Vocabulary

YEARS = range(2000, 2101)  # what the rules can be asked about
ACCOUNT, MEDIUM = "account:", "medium:"
Choice = tuple[str, str, bool]  # code, words, chosen


@dataclass(frozen=True, slots=True)
class Places:
    """The choices of the form, and what is chosen."""

    where: str
    question: str
    channels: tuple[tuple[str, tuple[Choice, ...]], ...]
    groups: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    purposes: tuple[Choice, ...]
    capacity: tuple[Choice, ...]
    planned: str
    group: str
    sees_class: bool


def places(visit: Visit, judging: Judging) -> Places:
    """What can be chosen for this draft, by this visitor."""
    row = judging.row
    chosen = "" if row.account_id else row.medium or DEFAULT_MEDIUM
    known = purposes()
    language = page_language()
    groups = _visible(visit, row)
    media = judging.book.catalogue.vocabularies["medium"]
    where = row.account.name if row.account else word(media, chosen)
    return Places(
        where=where,
        question=_question(where),
        channels=_channels(row, media, chosen),
        groups=tuple((str(one.pk), one.name, one.pk == row.group_id) for one in _with_own(row, groups)),
        roles=tuple((code, word(ROLES, code), code == row.role) for code in _roles(visit, row)),
        purposes=tuple((code, one.words[language], code == row.purpose) for code, one in known.items()),
        capacity=tuple((code, said, row.for_school is value) for code, said, value in _capacities()),
        planned=f"{row.planned.astimezone(SCHOOL_CLOCK):%Y-%m-%dT%H:%M}" if row.planned else "",
        group=row.group.name if row.group else "",
        sees_class=row.group in groups,
    )


def chosen(visit: Visit, judging: Judging, post: QueryDict) -> dict[str, Any]:
    """What was chosen, as fields of a draft. What was not in the form, or is not on offer, stays as it is."""
    row, fields = judging.row, dict[str, Any]()
    where = post.get("channel", "")
    if where.startswith(ACCOUNT):
        account = next((one for one in accounts_for(row.school) if str(one.pk) == where.removeprefix(ACCOUNT)), None)
        fields |= {"account": account, "medium": account.medium} if account else {}
    elif where.removeprefix(MEDIUM) in {one.code for one in judging.book.catalogue.vocabularies["medium"]}:
        fields |= {"account": None, "medium": where.removeprefix(MEDIUM)}
    if "group" in post:
        groups = {str(one.pk): one for one in _groups(visit, row)}
        fields |= {"group": groups.get(post["group"])} if post["group"] in {"", *groups} else {}
    if post.get("role") in _roles(visit, row):
        fields["role"] = post["role"]
    if post.get("purpose", "-") in {"", *purposes()}:
        fields["purpose"] = post.get("purpose")
    if "capacity" in post:
        fields["for_school"] = {code: value for code, _said, value in _capacities()}.get(post.get("capacity", ""))
    if "planned" in post:
        fields["planned"] = _moment(post.get("planned", ""))
    return fields


def _channels(row: Draft, media: Vocabulary, chosen: str) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Under headings: first what this school has, its accounts before all."""
    accounts = tuple(
        (f"{ACCOUNT}{one.pk}", f"{one.name} ({word(media, one.medium)})", one.pk == row.account_id)
        for one in accounts_for(row.school)
    )
    first, *rest = (
        (part.label, tuple((f"{MEDIUM}{code}", name, code == chosen) for code, name in part.channels))
        for part in for_staff(media)
    )
    return (first[0], (*accounts, *first[1])), *rest


def _question(where: str) -> str:
    """The question of the page; only a name goes without an article."""
    told = {"where": where[:1].upper() + where[1:]}
    return _("Mag dit op %(where)s?") % told if where[:1].isupper() else _("Mag dit? %(where)s") % told


def _capacities() -> tuple[tuple[str, str, bool | None], ...]:
    return (
        ("", _("Nog niet gezegd"), None), ("school", _("Namens de school"), True), ("zelf", _("Voor mezelf"), False),
    )  # fmt: skip


def _groups(visit: Visit, row: Draft) -> list[Group]:
    """The classes whose pupils they may see; and the one that was chosen by someone else."""
    return _with_own(row, _visible(visit, row))


def _visible(visit: Visit, row: Draft) -> list[Group]:
    return list(visible_groups(visit.person, visit.today).filter(school=row.school_id).order_by("name"))


def _with_own(row: Draft, groups: list[Group]) -> list[Group]:
    return groups if row.group is None or row.group in groups else [row.group, *groups]


def _roles(visit: Visit, row: Draft) -> tuple[str, ...]:
    """Only the author has a say in what role they speak."""
    return roles_here(visit, row.school) if row.author_id == visit.person.pk else (row.role,)


def _moment(given: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(given).replace(tzinfo=SCHOOL_CLOCK)
    except ValueError:
        return None
    return moment if moment.year in YEARS else None
