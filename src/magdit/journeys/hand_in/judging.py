"""A draft judged as it stands now: its words looked at anew, its pictures as remembered, the answers of today.

The very same steps as `magdit check`: only where things come from differs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from magdit.areas.consent.books import book_of
from magdit.areas.consent.for_check import consents_for_check
from magdit.areas.drafts.asked_about import asked_about
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.models_asked import AskingRules, Waiting
from magdit.areas.drafts.waiting import rules_of
from magdit.areas.drafts.words import Words, words_of
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Membership
from magdit.areas.registers.channels_queries import facts_of, facts_without_account
from magdit.check.draft.draft import Draft as Post
from magdit.check.draft.draft import Says
from magdit.check.draft.judged import Judged, Price, judged, prices
from magdit.check.draft.look import Eyes, look_at_words
from magdit.check.draft.reconcile import named_people, subjects
from magdit.check.draft.shortlist import without_consent
from magdit.check.tables.consents import Consents
from magdit.check.tables.roster import Person, Roster
from magdit.check.text.allow import AllowList
from magdit.journeys.check_from_register import LATELY, left_lately
from magdit.journeys.hand_in.cleaning import NO_SOUND
from magdit.journeys.hand_in.digest import mark_of
from magdit.journeys.hand_in.family import as_family_said, own_children, with_one_time
from magdit.journeys.hand_in.leaves import CONSULTED, Others, said_by_others
from magdit.journeys.hand_in.remembered import named, pictures_seen
from magdit.journeys.hand_in.roster import kept_roster
from magdit.journeys.hand_in.shown import looked_for, people_shown
from magdit.norms.judge import Book
from magdit.words.roles import ROLES

NOBODY, ONLY_WITH_CONSENT, HIDDEN_WELL = SAYS = ("niemand_in_beeld", "alleen_met_toestemming", "niet_meer_herkenbaar")
DEFAULT_MEDIUM = "website"
LAYER = "alles"
AUTHOR_MAY_PLACE = ("mag", "niet_geregeld")
PUPIL = "leerling"


@dataclass(frozen=True)
class Judging:
    """A draft as it was judged: what would go out, who to look for in the pictures, and what came of it.

    `group`: who of the chosen class (or of the school) may be in the pictures, also who left it shortly before;
    `to_look_for`: those of them who may not be shown here. `asked`: every question about it. `judged.people` are in
    the order of the act; a `Place` names a picture by `named` and a face by its place in `Picture.faces`.
    """

    row: Draft
    post: Post
    words: Words
    pictures: tuple[Picture, ...]
    book: Book
    to_look_for: tuple[Person, ...]
    judged: Judged
    group: tuple[Person, ...] = ()
    yes_of: tuple[str, ...] = ()
    asked: tuple[Waiting, ...] = ()

    @property
    def may_go(self) -> bool:
        """Whether it may go out as it stands. What is uncertain, or was not looked at, may not.

        `yes_of`: the roles in which others said yes to it. Of what a protocol puts before someone, theirs is the word;
        of what it says nothing about and puts before nobody, the author decides (and who approves at this school).
        """
        put_to = self.judged.answer.put_to
        if self.judged.verdict == "voorleggen" and put_to is not None:
            return not ROLES.below(put_to).isdisjoint(self.yes_of)
        return self.judged.verdict in AUTHOR_MAY_PLACE

    @cached_property
    def rules(self) -> AskingRules:
        """What the school agreed about approving."""
        return rules_of(self.row.school)

    @cached_property
    def elsewhere(self) -> tuple[Price, ...]:
        """What other channels would say of it, with the cheapest way there."""
        return prices(self.judged, self.book, layer=LAYER)


def judge_draft(row: Draft, at: datetime) -> Judging:
    """Judge this draft for the moment at which it would go out: when it is planned, and otherwise now."""
    return judge_kept(row, at, words=words_of(row), pictures=row.pictures.filter(gone_at=None).order_by("order"))


def judge_kept(
    row: Draft,
    at: datetime,
    *,
    words: Words,
    pictures: Iterable[Picture],
    there: Collection[str] | None = None,
    others: Others | None = None,
) -> Judging:
    """The same of what was kept of a draft. `there`: who could be in the pictures when they were made.

    `others`: what others said of it, when that is not asked of the rows any more.
    """
    book, pictures = book_of(row.school), tuple(pictures)
    moment = max(row.planned or at, at).astimezone(SCHOOL_CLOCK)
    roster = kept_roster(row.school, moment.date())
    seen = pictures_seen(pictures, without_sound=NO_SOUND in row.mends)
    mark = mark_of(row, words, pictures)
    asked = asked_about(row) if others is None else ()
    others = said_by_others(row, mark, asked) if others is None else others
    left = left_lately(row.school, moment.date()) if pictures and there is None else ()
    around = Roster((*roster.people, *left)) if left else roster
    post = _post(row, words, pictures, moment, roster, around=around, known=book.catalogue.facts, others=others)
    missed = list(seen.not_looked)
    texts = tuple(look_at_words(post, Eyes(), missed))
    looked = replace(seen, texts=texts, not_looked=tuple(missed))
    group = _group(row, around, moment, there) if pictures else ()
    told = {UUID(one) for one in named_people(looked)} | {UUID(one.person.id) for one in post.shown or () if one.person}
    answers = _answers(row, moment, {*told, *(UUID(one.id) for one in group)})
    post = replace(post, consents=with_one_time(answers, row, mark))
    to_look_for = without_consent(replace(post, roster=Roster(tuple(group))), book) if group else ()
    has_looked = looked_for(row, to_look_for)
    post = replace(post, says=_says(row, has_looked))
    if to_look_for and not has_looked:  # "someone with a yes" says nothing of who did not look who has none
        post = replace(post, shown=tuple(one for one in post.shown or () if not one.with_consent) or None)
    return Judging(
        row, post, words, pictures, book, to_look_for,
        judged(post, looked, subjects(post, looked), book, layer=LAYER), group, others[1], asked,
    )  # fmt: skip


def _post(
    row: Draft,
    words: Words,
    pictures: Iterable[Picture],
    moment: datetime,
    roster: Roster,
    *,
    around: Roster,
    known: Collection[str],
    others: Others,
) -> Post:
    """What was handed in, as `magdit check` takes it; the answers, and what was said of the pictures, come later."""
    rows = list(pictures)
    # What was told under an earlier protocol, and no longer means anything, is let be.
    mark = mark_of(row, words, rows)
    said = {
        fact: one["value"]
        for fact, one in row.told.items()
        # What another judged holds for what they saw.
        if fact not in SAYS and fact in known and one.get("of", mark) == mark
    }
    leaves, consulted = others
    if consulted:
        said[CONSULTED] = list(dict.fromkeys([*said.get(CONSULTED, ()), *consulted]))
    # Whoever was asked and may judge it: that is their word, of this very version, and not the author's.
    by_another = {fact: value for fact, value in said.items() if "of" in row.told.get(fact, {})}
    return Post(
        roles=(row.role,),
        medium=row.account.medium if row.account else row.medium or DEFAULT_MEDIUM,
        moment=moment.replace(tzinfo=None),
        text=words.text,
        for_school=row.account is not None or bool(row.for_school),
        roster=roster,
        shown=as_family_said(row, people_shown(rows, row, roster, around)) or None,
        allow=AllowList.written(row.school.own_data),
        told={fact: value for fact, value in said.items() if fact not in by_another},
        judged=by_another,
        leaves=leaves or None,
        bonds=own_children(row, moment.date()),
        settled=_settled(row, moment.date()),
        alt_texts={named(one): words.alt[str(one.pk)] for one in rows if words.alt.get(str(one.pk))},
    )


def _settled(row: Draft, on: date) -> Mapping[str, object]:
    """What the register knows of where it goes."""
    if row.account is not None:
        return facts_of(row.account, on)
    return facts_without_account(row.school, row.medium or DEFAULT_MEDIUM, on)


def _says(row: Draft, has_looked: bool) -> Says:
    said = {name: bool(row.told.get(name, {}).get("value")) for name in SAYS}
    # Who looked for the children without a yes said so of this list; another list asks again.
    return Says(said[NOBODY], said[ONLY_WITH_CONSENT] and has_looked, said[HIDDEN_WELL])


def _group(row: Draft, around: Roster, moment: datetime, there: Collection[str] | None) -> tuple[Person, ...]:
    """Who may be in the pictures: the pupils of the chosen class, or of the whole school, now or shortly before.

    A class of last year is still a class: who was in it when the photo was made is looked for.
    """
    if there is not None:
        return tuple(person for person in around.people if person.id in there)
    pupils = (person for person in around.people if PUPIL in person.roles)
    if row.group_id is None:
        return tuple(pupils)
    on = moment.date()
    members = Membership.objects.filter(
        Q(begins=None) | Q(begins__lte=on), Q(ends=None) | Q(ends__gte=on - LATELY), group=row.group_id
    ).values_list("person", flat=True)
    there = {str(one) for one in members}
    return tuple(person for person in pupils if person.id in there)


def _answers(row: Draft, moment: datetime, people: Collection[UUID]) -> Consents:
    purposes = (row.purpose,) if row.purpose else ()
    return consents_for_check(row.school, moment.date(), purposes=purposes, people=people)
