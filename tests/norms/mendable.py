"""Random protocols and acts in which much can be mended: what an author can change, ask for or wait for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from magdit.norms.act import Act, Grant, Person
from magdit.norms.conditions.parse import parse
from magdit.norms.conditions.tree import Always, And, Node, Or
from magdit.norms.model import Clause, Default, Duty, Norm, NormKind, Pack
from tests.norms.random_acts import acts, consents
from tests.norms.strategies import WINDOWS, consent_rules, few, pick, powers, some_of

OF_THE_ACT = (
    "persoonsgegevens",
    "niet disclaimer",
    "niet functie_vermeld",
    "niet teruggetrokken",
    "account is prive",
    "medium in [instagram, whatsapp]",
    "medium in [instagram, website]",
    "inhoud bevat foto",
    "inhoud bevat een van [foto, video]",
    "moment buiten werkdag",
    "moment binnen weekend",
    "moment binnen weekendnacht",
    "moment < 2026-08-01",
    "niet akkoord_les",
    "iemand in_beeld (herkenbaar)",
    "iemand in_beeld (genoemd en niet beeld_ja)",
)
OF_A_PERSON = ("herkenbaar", "genoemd", "hoorbaar", "niet beeld_ja", "herkenbaar en niet beeld_ja")
CURES = ("beeld_ja", "niet herkenbaar", "akkoord_les", "disclaimer", "niet genoemd")
REMEDIES = (None, None, ("ander_medium",), ("beeld_weglaten", "onherkenbaar_maken"), ("schoolaccount_gebruiken",), ())
KINDS: tuple[NormKind, ...] = ("verbod", "verbod", "gebod", "toestemming")


@st.composite
def troubles(draw: st.DrawFn, *, per: bool) -> Node:
    """What a norm may object to: one thing, or two at once or either."""
    pool = st.sampled_from((*OF_A_PERSON, *OF_THE_ACT[:4]) if per else OF_THE_ACT).map(parse)
    first, second = draw(pool), draw(pool)
    return draw(st.sampled_from((first, first, And((first, second)), Or((first, second)))))


@st.composite
def mendable_norms(draw: st.DrawFn, clause: str) -> Norm:
    """A prohibition, command or only-permission over things that can be changed."""
    kind = draw(pick(KINDS))
    per = kind != "gebod" and draw(st.booleans())
    cures = tuple(parse(text) for text in draw(some_of(CURES if per else CURES[2:4], most=1)))
    trouble = draw(troubles(per=per))
    return Norm(
        id=clause,
        clause=clause,
        kind=kind,
        per="persoon_in_beeld" if per else None,
        about=trouble if kind == "verbod" else Always(),
        needs=draw(troubles(per=per)) if kind == "gebod" else Always(),
        unless=cures if kind != "toestemming" else (trouble,),
        only=kind == "toestemming",
        force=draw(pick(("moet", "moet", "moet", "in_beginsel"))),
        remedies=draw(pick(REMEDIES)),
    )


@st.composite
def mendable_packs(draw: st.DrawFn) -> Pack:
    """A protocol of one to four such norms, perhaps with a duty that comes first."""
    numbers = tuple(f"1.{place}" for place in range(1, draw(st.integers(2, 5))))
    first = Duty("eerst", "1.1", ("medewerker",), "overleggen", to=("leidinggevende",), actors=(), beforehand=True)
    own = replace(first, id="zelf", to=(), about=parse("persoonsgegevens"))
    return Pack(
        id="los",
        title="Los protocol",
        organisation="Stichting Toeval",
        rank="school",
        version="1",
        clauses=tuple(Clause(number, "1", ("verbod",), "…") for number in ("1.0", *numbers)),
        norms=tuple(draw(mendable_norms(number)) for number in numbers),
        consent_rules=tuple(replace(rule, opt_out=False) for rule in draw(consent_rules())),
        powers=draw(powers()),
        duties=draw(some_of((first, own), most=1)) if draw(st.integers(0, 3)) == 0 else (),
        windows=WINDOWS,
        default=Default("1.0", "voorleggen", "schoolleider"),
    )


@st.composite
def broken_acts(draw: st.DrawFn) -> Act:
    """An act with people who are recognisable, named or heard, and consents and leave in any state."""
    act = draw(acts(whole=draw(st.integers(0, 4)) > 0))
    shown = tuple(draw(_shown(person)) for person in act.people["in_beeld"] or ())
    told = {"functie_vermeld": draw(st.booleans()), "teruggetrokken": False}
    grants = draw(st.sampled_from((None, (), (Grant("schoolleider", "geweigerd"),), act.grants)))
    groups = {**act.people, "in_beeld": shown if act.people["in_beeld"] is not None else None}
    return replace(act, facts={**act.facts, **told}, people=groups, grants=grants, done=frozenset())


@st.composite
def _shown(draw: st.DrawFn, person: Person) -> Person:
    told = dict.fromkeys(draw(some_of(("herkenbaar", "genoemd", "hoorbaar"), most=3)), True)
    short = draw(pick((None, "niet_gevraagd", "geweigerd", "gegeven")))
    records = tuple(draw(few(consents(), 2))) if short is None else None
    return replace(person, facts={**person.facts, **told}, consent=short, consents=records)
