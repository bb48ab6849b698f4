"""Whatever people are called or a board writes: the proof holds, and the paper can be printed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from magdit.areas.consent.proof.lettering import flat, letters, printable
from magdit.areas.consent.proof.paper import receipt_json, receipt_pdf, receipt_text
from magdit.areas.consent.proof.record import record_of
from magdit.areas.consent.proof.required import missing
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.words.states import CONSENT_STATES, FORMS
from tests.areas.consent.proof import made
from tests.areas.consent.proof.reading import complaints

TYPED = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
NAMES = TYPED.filter(lambda name: name.strip())
CODES = [offered.code for offered in catalogue() if offered.basis == "toestemming" and offered.asked_of == "leerling"]
ANSWERS = st.builds(
    made.answer,
    st.sampled_from(CODES),
    subject=NAMES.map(lambda name: replace(made.NOOR, name=name)),
    giver=st.builds(
        lambda name, role: replace(made.MIRA, name=name, role=role), NAMES, st.sampled_from(["ouder", "voogd"])
    ),
    state=st.sampled_from([word.code for word in CONSENT_STATES]),
    form=st.sampled_from([word.code for word in FORMS]),
    at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    until=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    school=TYPED,
    replaces=st.none() | st.uuids(version=4),
    id=st.uuids(version=4),
)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(ANSWERS)
def test_every_answer_makes_a_record_that_both_programs_accept(answer):
    record = record_of(answer, made.BOARD)

    assert missing(record) == ()
    assert complaints(record) == ""
    assert UUID(record["dpv:hasIdentifier"]) == answer.id


@settings(max_examples=500, deadline=None, derandomize=True)
@given(TYPED)
def test_every_text_becomes_letters_that_we_have(text):
    printed = printable(text)

    assert {ord(sign) for sign in printed} - letters() <= {ord("\n")}
    assert printable(printed) == printed


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TYPED)
def test_a_flat_text_is_one_line(text):
    told = flat(text)

    assert len(told.splitlines()) <= 1
    assert told == flat(told)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(ANSWERS, min_size=1, max_size=3, unique_by=lambda answer: answer.id))
def test_every_family_gets_its_receipt(answers):
    mine = [replace(answer, giver=answers[0].giver) for answer in answers]
    receipt = made.receipt(*mine, reader=answers[0].giver)

    pdf = receipt_pdf(receipt)

    assert b"<pdfuaid:part>1" in pdf
    assert len(json.loads(receipt_json(receipt))["dpv:hasRecordOfActivity"]) == len(mine)
    assert receipt_text(receipt).endswith("\n")
