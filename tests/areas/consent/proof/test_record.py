"""A consent record proves one answer to anyone: whole, in the terms of DPV, checked by another program too."""

import copy
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, XSD

from magdit.areas.consent.proof.record import body_of, is_record, other_body, record_of
from magdit.areas.consent.proof.required import FIELDS, missing
from magdit.areas.consent.proof.terms import CONTEXT, VALID, recipient, state_term
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.areas.journal.refused import Refused
from magdit.wording.refusals import refusal_sentence
from magdit.words.media import MEDIA
from magdit.words.states import CONSENT_STATES, GIVEN
from magdit.words.vocabulary import Word
from tests.areas.consent.proof import made
from tests.areas.consent.proof.reading import complaints, graph_of

DPV = "https://w3id.org/dpv#"
ITEMS = [offered.code for offered in catalogue() if offered.basis == "toestemming"]

OWN_CHANNELS = MEDIA.widened([Word("logboek_aan_boord", "scheepslogboek", "ship's log", ("sociale_media",))])


def status(document):
    return document["dpv:hasConsentStatus"]


def test_a_record_is_whole_for_us_and_for_another_program():
    record = record_of(made.answer(), made.BOARD)

    assert missing(record) == ()
    assert complaints(record) == ""


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_gives_a_whole_record(code):
    of_staff = code.startswith("medewerker")
    given = (
        made.answer(code, subject=made.BRAM, giver=replace(made.BRAM, role="zelf")) if of_staff else made.answer(code)
    )

    record = record_of(given, made.BOARD)

    assert missing(record) == ()
    assert complaints(record) == ""


@pytest.mark.parametrize("state", [word.code for word in CONSENT_STATES])
def test_every_state_has_its_own_name_in_dpv(state):
    record = record_of(made.answer(state=state), made.BOARD)

    named = next(word.english for word in CONSENT_STATES if word.code == state)
    assert status(record)["@type"] == f"dpv:{named}"
    assert complaints(record) == ""


def test_only_a_given_yes_is_valid_for_use():
    assert {state_term(word.code) for word in CONSENT_STATES if word.code in GIVEN} == set(VALID)


def test_a_parent_who_withdraws_is_told_as_guardian():
    record = record_of(made.answer(state="ingetrokken", until=None), made.BOARD)

    graph = graph_of(record)
    told = next(graph.objects(None, URIRef(f"{DPV}hasConsentStatus")))
    assert (told, RDF.type, URIRef(f"{DPV}ConsentWithdrawn")) in graph
    by = next(graph.objects(told, URIRef(f"{DPV}isIndicatedBy")))
    assert (by, RDF.type, URIRef(f"{DPV}GuardianOfDataSubject")) in graph


@pytest.mark.parametrize(
    ("role", "types"),
    [
        ("ouder", ["dpv:ParentOfDataSubject", "dpv:GuardianOfDataSubject"]),
        ("voogd", ["dpv:GuardianOfDataSubject"]),
        ("leerling", ["dpv:DataSubject"]),
        ("zelf", ["dpv:DataSubject"]),
    ],
)
def test_it_says_in_which_role_someone_answered(role, types):
    record = record_of(made.answer(giver=replace(made.MIRA, role=role)), made.BOARD)

    assert status(record)["dpv:isIndicatedBy"]["@type"] == types


def test_the_exact_version_of_the_text_is_in_it():
    given = made.answer(notice=made.notice("website-foto", "en", version=7))

    record = record_of(given, made.BOARD)

    notice = record["dpv:hasNotice"]
    assert notice["dpv:hasIdentifier"] == "website-foto/en/7"
    assert (notice["schema:version"], notice["magdit:sha256"]) == ("7", given.notice.mark)
    assert record["dct:language"] == notice["dct:language"] == "en"


def test_the_moment_is_told_in_utc():
    summer = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))

    record = record_of(made.answer(at=summer), made.BOARD)

    assert status(record)["dpv:isIndicatedAtTime"]["@value"] == "2026-06-30T22:30:00Z"


def test_a_yes_for_the_year_ends_on_the_thirty_first_of_july():
    graph = graph_of(record_of(made.answer(), made.BOARD))

    assert (None, None, Literal("2026-07-31", datatype=XSD.date)) in graph


def test_a_yes_without_an_end_holds_until_another_answer():
    record = record_of(made.answer(until=None), made.BOARD)

    assert status(record)["dpv:hasDuration"]["@type"] == "dpv:UntilEventDuration"
    assert complaints(record) == ""


@pytest.mark.parametrize("channel", [word.code for word in MEDIA])
def test_every_channel_says_who_gets_to_see_it(channel):
    told = recipient(channel)

    assert [label["@language"] for label in told["skos:prefLabel"]] == ["nl", "en"]
    assert not any("{" in label["@value"] for label in told["skos:prefLabel"])


@pytest.mark.parametrize(
    ("media", "name"), [(OWN_CHANNELS, "scheepslogboek"), (MEDIA, "wie het kanaal van de school gebruikt")]
)
def test_a_channel_of_the_boards_own_protocol_has_its_name_and_a_proof_also_when_the_protocol_is_gone(media, name):
    item = replace(made.asked("website-foto"), channel="logboek_aan_boord", media=media)

    record = record_of(made.answer(asked=item), made.BOARD)

    assert name in str(record["dpv:hasProcess"]["dpv:hasRecipient"])
    assert complaints(record) == ""


def test_a_platform_is_a_third_party_that_may_be_outside_the_union():
    record = record_of(made.answer("instagram-beeld"), made.BOARD)

    process = record["dpv:hasProcess"]
    assert "dpv:ThirdParty" in process["dpv:hasRecipient"][0]["@type"]
    assert "Instagram" in str(process["dpv:hasRecipient"])
    assert "buiten de Europese Unie" in str(process["dpv:hasStorageCondition"])
    assert "buiten de Europese Unie" not in str(record_of(made.answer(), made.BOARD)["dpv:hasProcess"])


def test_it_points_to_the_answer_it_took_the_place_of():
    record = record_of(made.answer(number=2, replaces=made.answer_id(1)), made.BOARD)

    assert record["dct:replaces"] == {"@id": f"urn:uuid:{made.answer_id(1)}"}


def test_reading_it_back_gives_the_same_statements():
    record = record_of(made.answer(), made.BOARD)

    graph = graph_of(record)
    again = graph_of({}).parse(data=graph.serialize(format="turtle"), format="turtle")

    assert isomorphic(graph, again)
    assert len(graph) > 80


def test_no_word_of_it_has_to_be_looked_up_elsewhere():
    record = record_of(made.answer(), made.BOARD)

    assert record["@context"] == dict(CONTEXT)
    assert all(isinstance(place, str) for place in CONTEXT.values())
    assert not any(
        str(node).startswith(("file:", "http://localhost")) for triple in graph_of(record) for node in triple
    )


def test_every_prefix_that_is_used_is_explained():
    used = {str(predicate) for _, predicate, _ in graph_of(record_of(made.answer(), made.BOARD))}

    assert all(name.startswith(("http", "urn:magdit:")) for name in used)


def test_there_is_nothing_in_it_about_a_computer_or_an_address_of_a_person():
    told = str(record_of(made.answer(), made.BOARD)).casefold()

    for word in ("ip", "user-agent", "geboorte", "birth"):
        assert f"'{word}" not in told
    assert told.count("lindelaan") == 1


def taken_out(record, path):
    other = copy.deepcopy(record)
    inner = other
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return other


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_can_be_missed_by_us_or_by_the_other_program(name):
    record = record_of(made.answer(), made.BOARD)

    less = taken_out(record, FIELDS[name])

    assert name in missing(less)
    assert complaints(less) != ""


@pytest.mark.parametrize(
    "field", ["dpv:hasIdentifier", "schema:name", "schema:address", "schema:contactPoint", "@type"]
)
@pytest.mark.parametrize("entity", [0, 1])
def test_no_field_of_the_board_or_the_authority_can_be_missed(entity, field):
    record = record_of(made.answer(), made.BOARD)

    less = taken_out(record, ("dpv:hasEntity", entity, field))

    assert missing(less)
    assert complaints(less) != ""


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("dpv:hasIdentifier",), "1"),
        (("dpv:hasIdentifier",), "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        (("dpv:hasNotice", "magdit:sha256"), "kort"),
        (("dpv:hasConsentStatus", "@type"), "dpv:ConsentTerminated"),
        (("dpv:hasConsentStatus", "dpv:isIndicatedAtTime", "@value"), "2026-03-03T12:00:00+01:00"),
        (("dpv:hasConsentStatus", "dpv:isIndicatedAtTime", "@value"), "gisteren"),
    ],
)
def test_a_field_that_says_nothing_usable_counts_as_missing(path, value):
    record = record_of(made.answer(), made.BOARD)
    inner = record
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value

    assert missing(record)
    assert complaints(record) != ""


@pytest.mark.parametrize("lacking", ["name", "address", "email"])
def test_a_board_without_an_address_gives_no_half_proof(lacking):
    with pytest.raises(Refused) as refused:
        record_of(made.answer(), replace(made.BOARD, **{lacking: ""}))

    assert refused.value.code == "proof_incomplete"
    assert "van de verantwoordelijke" in refusal_sentence("proof_incomplete", refused.value.facts)


def test_without_the_words_there_is_no_consent_record():
    elsewhere = made.answer(notice=None, source="spiegel")

    assert not is_record(elsewhere)
    with pytest.raises(Refused, match="proof_incomplete"):
        record_of(elsewhere, made.BOARD)


def test_an_objection_of_a_colleague_is_no_consent():
    objection = made.answer(
        "medewerker-naam-website", subject=made.BRAM, giver=replace(made.BRAM, role="zelf"), state="geweigerd"
    )

    told = other_body(objection)

    assert not is_record(objection)
    assert told["@type"] == "magdit:Bezwaar"
    assert told["dpv:hasLegalBasis"] == {"@id": "eu-gdpr:A6-1-f"}
    assert "dct:conformsTo" not in told


ODD = [
    "Zoë-Fleur d'Êçó Łukaszewska-Özgür",
    "محمد الأمين",
    "Nguyễn Thị Ánh",
    "O" * 160,
    'Robert"); DROP TABLE people; --',
    "{naam} <script>",
    "Anna\u202eneoN",
    "Олена Шевченко",
    "李小龙",
]


@pytest.mark.parametrize("name", ODD)
def test_a_name_of_any_kind_stays_the_name_it_is(name):
    record = record_of(made.answer(subject=replace(made.NOOR, name=name)), made.BOARD)

    found = {str(told) for told in graph_of(record).objects(None, URIRef("https://schema.org/name"))}
    assert name in found
    assert complaints(record) == ""


def test_a_moment_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        made.answer(at=datetime(2026, 3, 3))


def test_the_same_answer_gives_the_same_record():
    assert body_of(made.answer(), made.BOARD) == body_of(made.answer(at=made.NOON.astimezone(UTC)), made.BOARD)
    assert UUID(record_of(made.answer(), made.BOARD)["dpv:hasIdentifier"]) == made.answer_id(1)
