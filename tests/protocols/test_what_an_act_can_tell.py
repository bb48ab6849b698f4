"""Everything the protocols speak of can be told in an act, and what is not told stays unknown."""

from datetime import date, datetime

import pytest
from jsonschema import Draft202012Validator

from magdit.norms.act import MISSING
from magdit.norms.read_act import read_act
from magdit.norms.read_value import BadAct
from magdit.norms.situation import Situation
from magdit.protocols.act_schema import act_schema
from magdit.protocols.library import Library
from magdit.wording.errors import act_sentences

CATALOGUE = Library().base
ACTS = Draft202012Validator(act_schema(CATALOGUE))


def told(**facts):
    """The act as read; the schema must take it as well."""
    errors = [error.message for error in ACTS.iter_errors(facts)]
    assert errors == []
    return read_act(facts, CATALOGUE)


def mistakes(**facts) -> list[str]:
    """The sentences about an act that cannot be read."""
    with pytest.raises(BadAct) as refused:
        read_act(facts, CATALOGUE)
    return act_sentences(refused.value)


@pytest.mark.parametrize(
    ("roles", "read"),
    [("docent", ("leerkracht",)), (["leerkracht", "ouder"], ("leerkracht", "ouder")), ("stagiair", ("stagiair",))],
)
def test_who_acts_in_one_role_or_more(roles, read):
    act = told(wie=roles)

    assert act.facts["wie"] == read


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("publiceren", "plaatsen"),
        ("retweeten", "doorsturen"),
        ("liken", "liken"),
        ("appen", "versturen"),
        ("mailen", "mailen"),
        ("bevriend_worden", "bevriend_worden"),
        ("volgen", "volgen"),
        ("groep_deelnemen", "groep_deelnemen"),
        ("groep_starten", "groep_starten"),
        ("account_openen", "account_openen"),
        ("pagina_openen", "pagina_openen"),
        ("pagina_beheren", "pagina_beheren"),
        ("filmen", "opnemen"),
        ("fotograferen", "fotograferen"),
        ("telefoon_gebruiken", "apparaat_gebruiken"),
        ("bezoeken", "bezoeken"),
        ("downloaden", "downloaden"),
        ("inloggen_zonder_recht", "inloggen_zonder_recht"),
        ("interview_geven", "pers_te_woord_staan"),
        ("discussie_voeren", "discussie_voeren"),
        ("gegevens_controleren", "gegevens_controleren"),
        ("regelen", "regelen"),
        ("melden", "melden"),
    ],
)
def test_what_someone_does(said, code):
    act = told(handeling=said)

    assert act.facts["handeling"] == code


@pytest.mark.parametrize(
    ("said", "code"), [("schoolaccount", "school"), ("privé", "prive"), ("op_naam_van_school", "op_naam_van_school")]
)
def test_where_it_goes_and_from_whose_account(said, code):
    act = told(medium="insta", account=said)

    assert (act.facts["medium"], act.facts["account"]) == ("instagram", code)


@pytest.mark.parametrize("publiek", ["openbaar", "semi_openbaar", "groep", "klas", "ouders", "team", "een_op_een"])
def test_who_can_see_it(publiek):
    assert told(publiek=publiek).facts["publiek"] == publiek


def test_what_it_contains():
    act = told(
        inhoud=["tekst", "foto", "video", "geluid", "link", "bestand"],
        persoonsgegevens=True,
        vertrouwelijk="nee",
        embargo=False,
        auteursrecht=False,
        kwetsend=False,
        wachtwoord_zichtbaar=False,
    )

    assert len(act.facts["inhoud"]) == 6
    assert act.facts["vertrouwelijk"] is False


def test_someone_shown_with_everything_that_counts():
    noor = {
        "naam": "Noor",
        "rol": "leerling",
        "geboortedatum": "2017-02-11",
        "herkenbaar": True,
        "genoemd": False,
        "hoorbaar": False,
        "bovenkleding": True,
        "relatie": "eigen_leerling",
        "toestemmingen": [
            {
                "door": "moeder",
                "staat": "ja",
                "datum": "2026-09-02",
                "vorm": "digitaal_akkoord",
                "dekt": ["foto", "naam"],
                "kanalen": ["website", "ouderportaal"],
                "tot": "2027-07-31",
                "gezag": "ja",
                "naam": "ouder 1",
                "gebruikt": "nee",
            },
            {"door": "ouder", "staat": "ingetrokken"},
        ],
    }

    person = told(in_beeld=[noor]).people["in_beeld"][0]

    assert person.facts["geboortedatum"] == date(2017, 2, 11)
    assert (person.consents[0].by, person.consents[0].state, person.consents[0].form) == (
        "ouder",
        "gegeven",
        "digitaal_akkoord",
    )
    assert person.consents[1].on is None


def test_someone_described_but_not_shown_with_an_age_and_a_short_answer():
    sem = {"naam": "Sem", "rol": "leerling", "leeftijd": 16, "herkenbaar": False, "genoemd": True, "toestemming": "nee"}

    person = told(in_beeld=sem).people["in_beeld"][0]

    assert (person.facts["leeftijd"], person.consent) == (16, "geweigerd")


def test_the_other_party_with_role_relation_and_earlier_contact():
    act = told(wederpartij={"rol": "leerling", "relatie": "vriendenkring", "eerder_contact": True})

    assert act.people["wederpartij"][0].facts["relatie"] == "vriend"


def test_where_when_and_what_for():
    act = told(
        plaats="lokaal",
        situatie="op_het_werk",
        gelegenheid="sportdag",
        tijdens_les=True,
        schooltijd="ja",
        doel=["schoolnieuws", "leren_over_media"],
        moment="2026-03-03T14:00",
    )

    assert act.facts["plaats"] == "klaslokaal"
    assert act.moment == datetime(2026, 3, 3, 14)


@pytest.mark.parametrize("state", ["gegeven", "gevraagd", "geweigerd", "ingetrokken", "verlopen"])
def test_leave_by_whom_and_how_it_stands(state):
    act = told(
        akkoorden=[
            {
                "wat": "socialmedia_in_les",
                "door": "leerkracht",
                "staat": state,
                "aan": ["leerling"],
                "van": "2026-03-03T13:00",
                "tot": "2026-03-03T15:00",
            }
        ]
    )

    assert (act.grants[0].by, act.grants[0].state) == ("leerkracht", state)


def test_an_approval_and_an_objection():
    act = told(
        akkoorden={"door": "schoolleider"},
        bezwaren=[{"door": "schoolleiding", "wat": "pagina"}, {"door": "ouder", "staat": "ingetrokken"}],
        overlegd_met=["leidinggevende"],
    )

    assert act.grants[0].what is None
    assert [(one.by, one.state) for one in act.objections] == [("schoolleiding", "gegeven"), ("ouder", "ingetrokken")]


@pytest.mark.parametrize(
    "fact", ["twijfel", "ontspoort", "disclaimer", "functie_vermeld", "hoedanigheid_vermeld", "teruggetrokken"]
)
def test_doubt_derailing_and_what_the_author_says_of_themselves(fact):
    assert told(**{fact: "ja"}).facts[fact] is True


def test_what_was_done_raised_and_deviated_from_and_who_said_what():
    act = told(
        gedaan="meld_leidinggevende",
        vlaggen=["kwetsend"],
        afwijkingen={"artikel": "IV.M3", "reden": "kamp zonder bereik", "door": "teamleider"},
        herkomst={"kwetsend": {"door": "leerkracht", "op": "2026-03-03"}},
    )

    assert act.done == {"meld_leidinggevende"}
    assert act.deviations[0].reason == "kamp zonder bereik"
    assert act.sources["kwetsend"]["door"] == "leerkracht"


def test_what_is_not_told_is_unknown():
    act = told(handeling="plaatsen", medium=None)

    assert Situation(act).value("medium", per_person=False) is MISSING
    assert act.people.get("in_beeld") is None
    assert act.grants is None


def test_nobody_is_not_the_same_as_unknown():
    act = told(in_beeld=[], akkoorden=[])

    assert act.people["in_beeld"] == ()
    assert act.grants == ()


@pytest.mark.parametrize(
    ("facts", "where", "nearest"),
    [
        ({"handelng": "plaatsen"}, "handelng", "handeling"),
        ({"medium": "instagramm"}, "medium", "instagram"),
        ({"wie": ["leerkragt"]}, "wie", "leerkracht"),
        ({"in_beeld": [{"rol": "leerling"}, {"leeftyd": 9}]}, "in_beeld[2].leeftyd", "leeftijd"),
        ({"in_beeld": [{"toestemming": "gegevn"}]}, "in_beeld[1].toestemming", "gegeven"),
        ({"in_beeld": [{"toestemmingen": [{"door": "oudr", "staat": "ja"}]}]}, "toestemmingen[1].door", "ouder"),
        ({"akkoorden": [{"dor": "fg", "door": "fg"}]}, "akkoorden[1].dor", "door"),
        ({"bezwaren": [{"door": "schoolleding"}]}, "bezwaren[1].door", "schoolleiding"),
        ({"vlaggen": ["kwetsent"]}, "vlaggen", "kwetsend"),
    ],
)
def test_a_word_nobody_knows_is_named_with_the_nearest_one(facts, where, nearest):
    sentences = mistakes(**facts)

    assert len(sentences) == 1
    assert where in sentences[0]
    assert f"'{nearest}'" in sentences[0]


def test_every_mistake_is_named_at_once():
    sentences = mistakes(handelng="plaatsen", medium="instagramm", moment="gisteren", twijfel="misschien")

    assert len(sentences) == 4
