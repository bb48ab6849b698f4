"""Random protocols and complete acts within what Cedar can be told; for the oracle and for the bench beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from random import Random

from magdit.norms.act import Act, Grant, Person
from magdit.norms.conditions.tree import Always, And, Compare, Each, In, Name, Node, Not, Or, Some, Within
from magdit.norms.conditions.tree import Clause as Leans
from magdit.norms.model import Clause, ConsentRule, Default, Definition, Group, Norm, Pack, Power, Signer, Window

# Only the narrowest words in acts: of a parent it is unknown whether it is a parent helper, and Cedar knows no unknown.
ROLES = ("leerkracht", "schoolleider", "leerling", "voogd", "hulpouder")
WIDE_ROLES = (*ROLES, "medewerker", "leidinggevende", "ouder")
ACTIONS = ("plaatsen", "doorsturen", "versturen")
MEDIA = ("instagram", "whatsapp", "website", "ouderportaal")
WIDE_MEDIA = (*MEDIA, "sociale_media", "schoolsysteem")
AUDIENCES = ("openbaar", "semi_openbaar", "een_op_een")
CONTENTS = ("tekst", "foto", "video")
OF_THE_ACT = ("betreft_school", "disclaimer", "tijdens_les", "vertrouwelijk")
LEAVE = "toestemming_van_leiding"
MOMENTS = tuple(datetime(2026, 3, day, *hour) for day in (3, 7) for hour in ((7, 59), (8, 0), (17, 0), (17, 1)))


def random_pack(random: Random, number: int, *, most: int = 5) -> Pack:
    """A protocol of so many clauses that Cedar can be told of."""
    clauses = tuple(Clause(str(at), "", ("verbod",), "Een regel.") for at in range(1, most + 1))
    norms = tuple(_norm(random, at, most) for at in range(1, most + 1) for _ in range(random.choice((1, 1, 2))))
    numbered = tuple(_numbered(norm, place) for place, norm in enumerate(norms))
    return Pack(
        f"p{number}",
        "",
        "",
        "school",
        "",
        clauses,
        norms=numbered,
        powers=(Power(LEAVE, "1", who=("schoolleider",)),),
        consent_rules=(ConsentRule("ja", "1", ("foto",), (), (Signer("voogd", Always()),)),),
        definitions=_definitions(random),
        windows=(Window("open", "1", days=(0, 1, 2, 3, 4), start=time(8), end=time(17)),),
        default=Default("1", "niet_geregeld"),
    )


def _definitions(random: Random) -> tuple[Definition, ...]:
    """A wide word with something left out, another that covers it, perhaps a condition, and a fact of its own."""
    never = _some(random, MEDIA)[:1]
    about = _condition(random, False, 0) if random.random() < 0.5 else None
    return (
        Definition("sociaal", "1", covers=("sociale_media", "schoolsysteem"), never=never, about=about),
        Definition("online", "1", covers=("sociaal", "website")),
        Definition("schools", "1", about=_condition(random, False, 1)),
    )


def _numbered(norm: Norm, place: int) -> Norm:
    return replace(norm, id=f"{norm.clause}#{place}")


def _norm(random: Random, clause: int, most: int) -> Norm:
    kind = random.choice(("verbod", "verbod", "toestemming", "gebod"))
    per: Group | None = "persoon_in_beeld" if random.random() < 0.4 else None
    only = kind == "toestemming" and random.random() < 0.4
    bounded = only and random.random() < 0.5
    return Norm(
        id="",
        clause=str(clause),
        kind=kind,
        who=_some(random, WIDE_ROLES),
        actions=_some(random, ACTIONS),
        media=_some(random, (*WIDE_MEDIA, "sociaal", "online")),
        per=per,
        about=_condition(random, per is not None, 2),
        needs=_condition(random, per is not None, 1) if kind != "verbod" else Always(),
        unless=tuple(_exception(random, clause, per is not None) for _ in range(random.choice((0, 0, 1, 2)))),
        # As a pattern: a clause that asks consent is then passed over instead of refused.
        lifts=(f"{random.randint(clause + 1, most)}*",) if clause < most and random.random() < 0.25 else (),
        only=only,
        only_within=_condition(random, per is not None, 1) if bounded else None,
        only_rest=_some(random, ROLES) if only else (),
        only_spares=(_condition(random, per is not None, 1),) if only and random.random() < 0.3 else (),
    )


def _some(random: Random, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(random.sample(words, random.choice((0, 0, 1, 2))))


def _exception(random: Random, clause: int, per: bool) -> Node:
    """A fact, a leave, or an earlier clause: references run one way, lifting runs the other, so no rings arise."""
    choice = random.random()
    if choice < 0.25:
        return Name("ja" if per and choice < 0.12 else random.choice((LEAVE, "schools")))
    if choice < 0.5 and clause > 1:
        return Leans("1") if clause == 2 else Leans(str(random.randint(1, clause - 1)))
    return _condition(random, per, 1)


def _condition(random: Random, per: bool, depth: int) -> Node:
    if depth and random.random() < 0.5:
        parts = tuple(_condition(random, per, depth - 1) for _ in range(2))
        return random.choice((And(parts), Or(parts), Not(parts[0])))
    if per and random.random() < 0.6:
        return _about_person(random)
    if random.random() < 0.2:
        return random.choice((Some, Each))("in_beeld", _about_person(random))
    return random.choice(
        (
            Name(random.choice(OF_THE_ACT)),
            Within("open", random.random() < 0.5),
            In("publiek", tuple(random.sample(AUDIENCES, 2))),
            In("inhoud", (random.choice(CONTENTS),)),
        )
    )


def _about_person(random: Random) -> Node:
    return random.choice(
        (
            Name(random.choice(("herkenbaar", "genoemd"))),
            In("rol", (random.choice(WIDE_ROLES),)),
            Compare("leeftijd", random.choice((">=", "<", "<=", ">", "=")), 16),
        )
    )


def random_act(random: Random) -> Act:
    """A complete act in the narrowest words."""
    facts = {name: random.random() < 0.5 for name in OF_THE_ACT}
    people = tuple(_person(random) for _ in range(random.choice((0, 1, 2, 3))))
    granted = (Grant("schoolleider", "gegeven", LEAVE),) if random.random() < 0.5 else ()
    return Act(
        facts={
            **facts,
            "wie": tuple(random.sample(ROLES, random.choice((1, 1, 2)))),
            "handeling": random.choice(ACTIONS),
            "medium": random.choice(MEDIA),
            "publiek": random.choice(AUDIENCES),
            "inhoud": tuple(random.sample(CONTENTS, random.choice((1, 2)))),
            "moment": random.choice(MOMENTS),
        },
        people={"in_beeld": people},
        grants=granted,
    )


def _person(random: Random) -> Person:
    return Person(
        {
            "herkenbaar": random.random() < 0.5,
            "genoemd": random.random() < 0.5,
            "leeftijd": random.choice((9, 15, 16, 17)),
            "rol": (random.choice(ROLES),),
        },
        consent=random.choice(("gegeven", "geweigerd", "niet_gevraagd")),
    )
