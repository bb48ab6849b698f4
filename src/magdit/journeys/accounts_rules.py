"""What the protocol of a school asks of an account or page: before it opens, and as long as someone keeps it.

The packs say it as they say everything, of an act: opening it while it was only asked for, keeping it afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from magdit.areas.consent.books import book_of
from magdit.areas.people.models import School
from magdit.areas.registers.channels_queries import ASKED_FOR, IN_USE, facts_of
from magdit.areas.registers.models import ChannelAccount
from magdit.norms.answering import answer
from magdit.norms.judge import Book
from magdit.norms.read_act import read_act
from magdit.words.roles import ROLES

OPENS: Mapping[str, str] = {"account": "account_openen", "pagina": "pagina_openen", "groep": "groep_starten"}
KEEPS = "pagina_beheren"


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence of a protocol, and the clause that it stands in; `asks` when it is a question to oneself."""

    clause: str
    text: str
    asks: bool = False


def rules_of(school: School, account: ChannelAccount, roles: Iterable[str], on: date) -> tuple[Rule, ...]:
    """Of an account as it stands; nothing of paper, and nothing of one that was closed."""
    action = {ASKED_FOR: OPENS.get(account.kind, ""), IN_USE: KEEPS if account.kind in OPENS else ""}.get(account.state)
    if not action:
        return ()
    book = book_of(school)
    found = answer(book, read_act(_act(book, account, action, roles, on), book.catalogue))
    duties = [Rule(one.duty.clause, one.duty.text or "") for one in found.duties if one.state == "open"]
    reminders = [Rule(one.clause, one.text) for _pack, one in found.attentions]
    wondered = {
        ground.fact: Rule(reason.clause, str(book.catalogue.facts[ground.fact].question), asks=True)
        for reason in found.reasons
        for ground in reason.grounds
        if ground.is_unknown and _is_question(book, ground.fact)
    }
    rules = (*duties, *reminders, *wondered.values())
    return tuple(dict.fromkeys(rule for rule in rules if rule.text))


def _is_question(book: Book, fact: str) -> bool:
    """Whether someone can ask it of themself while looking at the page; who takes part is not one thing to say."""
    known = book.catalogue.facts.get(fact)
    return known is not None and known.kind != "personen" and not known.per_person


def _act(
    book: Book, account: ChannelAccount, action: str, roles: Iterable[str], on: date
) -> dict[str, Any]:  # fmt: skip
    staff = [role for role in roles if "medewerker" in {role, *ROLES.above(role)}]
    told = {"wie": staff or ["medewerker"], "handeling": action, **facts_of(account, on)}
    return {name: value for name, value in told.items() if name in book.catalogue.facts}
