"""Exceptions only where they are declared: unless, lifted by a norm, of what rank, and never in a ring."""

from __future__ import annotations

import pytest

from magdit.norms.broken import BrokenPack
from magdit.norms.model import Clause
from magdit.norms.references import clauses_meant, first_ring
from tests.cast import NOOR, SEM
from tests.norms.school import book as ready_book
from tests.norms.school import clause, judge, outcome, pack, rule, school


def ban(number: str = "1.1", **keys):
    return rule(number, handeling="plaatsen", **keys)


def leave(number: str = "2.1", **keys):
    return rule(number, "toestemming", **{"als": "betreft_school", **keys})


def test_one_exception_that_is_true_is_enough():
    """And the prohibition that was lifted is a reason why it may."""
    under = school(ban(tenzij=["disclaimer", "functie_vermeld"]))

    lifted = judge(under, handeling="plaatsen", disclaimer=True)

    assert (lifted.as_handed_in, lifted.clauses) == ("mag", ("1.1",))
    assert [reason.norm for reason in lifted.lifted] == ["1.1"]
    assert outcome(under, handeling="plaatsen", disclaimer=False, functie_vermeld=False) == "mag_niet"
    assert outcome(under, handeling="plaatsen", disclaimer=False) == "onzeker"
    assert outcome(under, handeling="liken", disclaimer=True) == "voorleggen"


def test_a_command_that_is_met_or_lifted_is_a_reason_why_it_may():
    """Not met and not lifted, it forbids."""
    under = school(rule("1", "gebod", handeling="plaatsen", eis="disclaimer", tenzij="account is school"))

    assert outcome(under, handeling="plaatsen", disclaimer=True, account="prive") == "mag"
    assert outcome(under, handeling="plaatsen", disclaimer=False, account="school") == "mag"
    assert outcome(under, handeling="plaatsen", disclaimer=False, account="prive") == "mag_niet"


def test_of_two_bans_one_that_is_lifted_does_not_help():
    """Every violated norm is named."""
    found = judge(school(ban(), ban("1.2", tenzij="disclaimer"), ban("1.3")), handeling="plaatsen", disclaimer=True)

    assert (found.as_handed_in, found.clauses) == ("mag_niet", ("1.1", "1.3"))


class TestUnlessAClause:
    """`tenzij = "artikel:2.1"`: one of its permissions holds in full and none of its prohibitions."""

    under = school(ban(tenzij="artikel:2.1"), leave(mits="disclaimer"))

    @pytest.mark.parametrize(
        ("about_school", "disclaimer", "told"),
        [(True, True, "mag"), (True, False, "mag_niet"), (False, True, "mag_niet"), (True, None, "onzeker")],
    )
    def test_it_holds_in_full_or_not(self, about_school, disclaimer, told):
        found = outcome(self.under, handeling="plaatsen", betreft_school=about_school, disclaimer=disclaimer)

        assert found == told

    def test_a_prohibition_of_the_same_clause_spoils_it(self):
        spoiled = clause("2.1", norm=[{"soort": "toestemming"}, {"soort": "verbod", "als": "persoonsgegevens"}])
        under = school(ban(tenzij="artikel:2.1"), spoiled)

        assert outcome(under, handeling="plaatsen", persoonsgegevens=False) == "mag"
        assert outcome(under, handeling="plaatsen", persoonsgegevens=True) == "mag_niet"

    def test_a_chapter_is_all_its_clauses(self):
        under = school(ban(tenzij="artikel:2"), leave("2.1"), rule("2.2", als="persoonsgegevens"))

        assert outcome(under, handeling="plaatsen", betreft_school=True, persoonsgegevens=False) == "mag"
        assert outcome(under, handeling="plaatsen", betreft_school=True, persoonsgegevens=True) == "mag_niet"

    def test_a_permission_per_person_must_hold_for_all(self):
        mine = leave(als="relatie is eigen_kind", per="persoon_in_beeld")
        under = school(ban(per="persoon_in_beeld", als="herkenbaar", tenzij="artikel:2.1"), mine)
        own = NOOR.shown(herkenbaar=True, relatie="eigen_kind")
        other = SEM.shown(herkenbaar=True, relatie="geen")

        assert outcome(under, handeling="plaatsen", in_beeld=[own]) == "mag"
        assert outcome(under, handeling="plaatsen", in_beeld=[own, other]) == "mag_niet"


def test_a_norm_lifts_others_while_it_holds():
    """By number and by pattern, but not those it leaves in force."""
    under = school(ban("1.1"), ban("1.2"), leave(uitzondering_op=["1.*"], behalve=["1.2"]))

    assert judge(under, handeling="plaatsen", betreft_school=True).clauses == ("1.2",)
    assert judge(under, handeling="plaatsen", betreft_school=False).clauses == ("1.1", "1.2")


def test_a_permission_per_person_lifts_only_when_it_holds_for_all():
    """A norm that lifts holds for the act as a whole."""
    lifter = leave(als="relatie is eigen_kind", per="persoon_in_beeld", uitzondering_op=["1.1"])
    under = school(ban(per="persoon_in_beeld", als="herkenbaar"), lifter)
    own, other = NOOR.shown(herkenbaar=True, relatie="eigen_kind"), SEM.shown(herkenbaar=True, relatie="geen")

    assert outcome(under, handeling="plaatsen", in_beeld=[own]) == "mag"
    assert judge(under, handeling="plaatsen", in_beeld=[own, other]).clauses == ("1.1",)


@pytest.mark.parametrize(
    ("lifter", "lifted", "told"),
    [
        ("school", "school", "mag"),
        ("bestuur", "school", "mag"),
        ("wet", "bestuur", "mag"),
        ("school", "bestuur", "mag_niet"),
        ("bestuur", "wet", "mag_niet"),
    ],
)
def test_a_lower_rank_never_lifts_a_higher_one(lifter, lifted, told):
    """By a pattern it is passed over."""
    under = school(ban(rang=lifted), leave(rang=lifter, uitzondering_op=["1.*"]))

    assert outcome(under, handeling="plaatsen", betreft_school=True) == told


CONSENT = {"levert": "ja", "voor": ["foto"], "door": [{"rol": "ouder"}]}


def test_a_consent_requirement_is_never_lifted():
    """Nor when it asks for the yes through a word of its own."""
    word = {"woord": "in_orde", "als": "ja"}
    for asked in ("ja", "in_orde"):
        norm = {"soort": "verbod", "per": "persoon_in_beeld", "als": "herkenbaar", "tenzij": asked}
        under = school(
            clause("1.1", toestemmingseis=CONSENT, definitie=word, norm=norm), leave(uitzondering_op=["1.*"])
        )

        found = outcome(under, betreft_school=True, in_beeld=[NOOR.shown(herkenbaar=True, toestemming="geweigerd")])

        assert found == "mag_niet"


@pytest.mark.parametrize(
    ("keys", "code"), [({"rang": "wet"}, "lifts_higher_rank"), ({"tenzij": "ja"}, "lifts_consent")]
)
def test_lifting_by_number_what_cannot_be_lifted_is_refused(keys, code):
    """When the protocol is read."""
    norm = {"soort": "verbod", "per": "persoon_in_beeld", **keys}
    table = clause("1.1", toestemmingseis=CONSENT, norm=norm)

    with pytest.raises(BrokenPack) as refused:
        school(table, leave(uitzondering_op=["1.1"]))

    assert (refused.value.code, refused.value.given) == (code, "1.1")


@pytest.mark.parametrize(
    "clauses",
    [
        [ban("1.1", tenzij="artikel:1.1")],
        [ban("1.1", tenzij="artikel:1.2"), ban("1.2", tenzij="artikel:1.1")],
        [ban("1.1", tenzij="artikel:2"), leave("2.1", mits="artikel:1")],
        [leave("1.1", uitzondering_op=["2.1"], mits="artikel:2.1"), ban("2.1")],
        [clause("1.1", reikwijdte={"als": "artikel:1.1", "artikelen": ["1.1"]}, norm={"soort": "verbod"})],
        [clause("1.1", definitie={"woord": "w", "als": "artikel:1.1"}, norm={"soort": "verbod", "als": "w"})],
    ],
)
def test_exceptions_in_a_ring_are_refused_with_their_picture(clauses):
    """However they go round."""
    with pytest.raises(BrokenPack) as refused:
        school(*clauses)

    assert refused.value.code == "ring"
    assert refused.value.given.split(" -> ")[0] == refused.value.given.split(" -> ")[-1]


def test_a_ring_is_drawn_from_where_it_closes():
    """The first one in the order of the numbers; none is none."""
    assert first_ring({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ("b", "c", "b")
    assert first_ring({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None


NUMBERS = ("IV.M1", "IV.M3", "IV.M7", "IV.9", "8", "9a", "11", "17", "18", "3.1", "3.2", "3.10")
CLAUSES = tuple(Clause(number, number.rpartition(".")[0], (), "") for number in NUMBERS)


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("3.1", ("3.1",)),
        ("3", ("3.1", "3.2", "3.10")),
        ("3.*", ("3.1", "3.2", "3.10")),
        ("3.1*", ("3.1", "3.10")),
        ("IV.M*", ("IV.M1", "IV.M3", "IV.M7")),
        ("IV", ("IV.M1", "IV.M3", "IV.M7", "IV.9")),
        ("8..17", ("8", "9a", "11", "17")),
        ("IV.M3..IV.M7", ("IV.M3", "IV.M7")),
        ("3.2..10", ("3.2", "3.10")),
        ("3.2..3.10", ("3.2", "3.10")),
    ],
)
def test_a_reference_means_a_clause_a_chapter_a_pattern_or_a_range(reference, meant):
    """9a stands between 8 and 11; 10 comes after 2."""
    assert clauses_meant(reference, CLAUSES, by="x") == meant


@pytest.mark.parametrize("reference", ["IV.M2", "5", "5.*", "30..40", "3.2..IV.M7", "..", ""])
def test_a_reference_to_nothing_is_refused_with_its_place(reference):
    """The clause that it stands in is named, and numbers that look like it."""
    with pytest.raises(BrokenPack) as refused:
        clauses_meant(reference, CLAUSES, by="2.1")

    assert (refused.value.code, refused.value.clause, refused.value.given) == ("unknown_clause", "2.1", reference)
    assert reference != "IV.M2" or "IV.M1" in refused.value.nearest


def test_a_school_lifts_nothing_of_the_law_beside_it():
    """Two packs are judged each by itself; the strictest is the answer."""
    school_pack, law = pack(leave(uitzondering_op=["1.*"]), ban("1.1", als="disclaimer")), pack(ban(), rank="wet")

    assert outcome(ready_book(school_pack, law), handeling="plaatsen", betreft_school=True) == "mag_niet"
