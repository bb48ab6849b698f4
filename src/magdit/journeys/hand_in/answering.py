"""An answer of a person to a question about the post as a whole; kept only when it can be read as that fact."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from magdit.areas.drafts.actions import confirm, held
from magdit.areas.drafts.models import Draft
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.rights import acting_person
from magdit.journeys.hand_in.digest import digest_of
from magdit.journeys.hand_in.judging import SAYS, judge_draft
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct


@transaction.atomic
def answer(doing: Doing, draft: Draft, said: Mapping[str, object], *, version: int) -> Draft:
    """Keep these answers, by the name of the fact they are about, with who gave them and when."""
    row = held(doing, draft.pk, version=version)
    judging = judge_draft(row, doing.at)
    for fact, value in said.items():
        known = judging.book.catalogue.fact(fact)
        if known is None or known.per_person or fact in SAYS or value is None:
            raise Refused("answer_unfit")
        judged = row.told.get(fact, {})
        if "of" in judged and judged["of"] == digest_of(judging) and judged["by"] != str(acting_person(doing)):
            raise Refused("answered_already")  # by another, about exactly this: an author does not undo that
        try:
            read_act({**judging.judged.act, fact: value}, judging.book.catalogue)
        except BadAct as wrong:
            raise Refused("answer_unfit") from wrong
        row = confirm(doing, row.pk, version=row.version, fact=fact, value=value)
    return row
