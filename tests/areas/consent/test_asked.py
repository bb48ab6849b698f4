"""What each protocol makes of asking: whether, of whom, how often. All of it data; a sixth school too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from magdit.areas.consent.asking.asked import Asking, Cited, asked
from magdit.areas.consent.asking.probing import PUPILS, Subject, Topic
from magdit.areas.consent.records import Terms, Told
from magdit.areas.consent.standing import standing, weighed
from magdit.areas.consent.texts.catalogue import catalogue
from magdit.norms.act import Consent
from magdit.norms.judge import Book
from magdit.protocols.library import Library
from magdit.words.roles import ROLES
from tests import cast

PACKS = Path(__file__).resolve().parents[2] / "packs"
LIBRARY = Library.with_folders([PACKS / "zesde"])
FIVE = ("osvs", "ozhw", "ouderportaalschool", "verkruisen", "vsnon")
NOOR = Subject(("leerling",), cast.NOOR.born)
SEM = Subject(("leerling",), cast.SEM.born)
BRAM = Subject(("leerkracht",))
PHOTO = ("foto",)


def ask(
    protocol: str, channel: str, covers: tuple[str, ...] = PHOTO, who: Subject = NOOR, on: date = cast.TODAY
) -> Asking:
    return asked(LIBRARY.book(protocol), Topic(channel, covers), who, day=on)


@pytest.mark.parametrize("channel", ["website", "ouderportaal"])
@pytest.mark.parametrize(("protocol", "clause"), [("osvs", "IV.M8"), ("ouderportaalschool", "L12")])
def test_these_schools_ask_every_year_by_their_own_clause(protocol: str, clause: str, channel: str) -> None:
    found = ask(protocol, channel)

    assert found.is_yearly
    assert {(demand.rule.clause, demand.rule.valid) for demand in found.of(law=False)} == {(clause, "schooljaar")}


def test_the_portal_school_asks_website_and_portal_apart() -> None:
    demand = ask("ouderportaalschool", "website").of(law=False)[0]
    yes = Told(1, "moeder", "ouder", "gegeven", date(2026, 2, 1), "digitaal_akkoord", authority="ja")
    book = LIBRARY.book("ouderportaalschool")

    assert demand.rule.channels == ("website", "ouderportaal")
    assert standing(book, Topic("website", PHOTO), NOOR, [yes], day=cast.TODAY).yes
    assert not standing(book, Topic("ouderportaal", PHOTO), NOOR, [], day=cast.TODAY).yes


def test_verkruisen_asks_once_and_on_paper_for_platforms() -> None:
    found = ask("verkruisen", "facebook")

    assert found.is_asked
    assert not found.is_yearly
    assert [demand.rule.forms for demand in found.of(law=False)] == [("schriftelijk",)]


@pytest.mark.parametrize("who", [NOOR, SEM, BRAM])
def test_vsnon_never_asks_for_a_platform_since_no_yes_lifts_that(who: Subject) -> None:
    found = ask("vsnon", "facebook", who=who)

    assert (found.outcome, found.demands) == ("nooit", ())
    assert found.because == (Cited("vsnon", "2b"),)


def test_vsnon_asks_for_the_website_because_the_law_does() -> None:
    found = ask("vsnon", "website")

    assert [demand.rule.clause for demand in found.of(law=True)] == ["UAVG-5"]
    assert found.of(law=False) == ()


@pytest.mark.parametrize("protocol", ["osvs", "ozhw"])
def test_from_sixteen_the_pupil_alone_is_asked(protocol: str) -> None:
    assert ask(protocol, "website", who=NOOR).signers == ("ouder",)
    assert ask(protocol, "website", who=SEM).signers == ("leerling",)


def test_the_day_before_his_birthday_it_is_still_the_parents() -> None:
    assert ask("osvs", "website", who=SEM, on=date(2026, 3, 2)).signers == ("ouder",)


def test_who_was_born_on_a_leap_day_decides_from_1_march() -> None:
    leap = Subject(("leerling",), date(2008, 2, 29))

    assert ask("osvs", "website", who=leap, on=date(2024, 2, 28)).signers == ("ouder",)
    assert ask("osvs", "website", who=leap, on=date(2024, 2, 29)).signers == ("leerling",)
    born = Subject(("leerling",), date(2012, 2, 29))
    assert ask("osvs", "website", who=born, on=date(2028, 2, 29)).signers == ("leerling",)


def test_a_protocol_that_knows_no_age_asks_the_parents_and_the_law_the_pupil() -> None:
    found = ask("ouderportaalschool", "website", who=SEM)

    assert {demand.signers for demand in found.of(law=False)} == {("ouder",)}
    assert {demand.signers for demand in found.of(law=True)} == {("leerling",)}


@pytest.mark.parametrize("protocol", FIVE)
def test_of_an_unknown_birth_date_both_may_be_asked_and_nothing_is_certain(protocol: str) -> None:
    found = ask(protocol, "website", who=Subject(("leerling",)))

    assert set(found.signers) >= {"ouder", "leerling"}


@pytest.mark.parametrize("protocol", FIVE)
def test_a_name_beside_a_photo_is_a_question_of_its_own(protocol: str) -> None:
    found = ask(protocol, "website", ("naam",))

    assert found.is_asked
    assert all("naam" in demand.rule.covers for demand in found.demands)


@pytest.mark.parametrize("protocol", FIVE)
def test_a_voice_is_a_question_of_its_own(protocol: str) -> None:
    assert any("geluid" in demand.rule.covers for demand in ask(protocol, "website", ("geluid", "video")).demands)


def test_a_group_on_a_messenger_in_the_lesson_asks_for_the_app_not_for_photos() -> None:
    found = ask("osvs", "whatsapp", ("app_in_de_les",))

    assert {demand.rule.clause for demand in found.demands} == {"IV.M9", "UAVG-5"}


def test_ozhw_shows_no_photos_on_a_messenger_whoever_says_yes() -> None:
    assert ask("ozhw", "whatsapp").outcome == "nooit"


def test_the_hours_of_the_portal_do_not_close_the_question() -> None:
    assert ask("ouderportaalschool", "ouderportaal", on=date(2026, 3, 7)).is_asked


def test_for_the_passport_photo_in_the_administration_nobody_is_asked() -> None:
    book = LIBRARY.book("osvs")

    found = asked(book, Topic("leerlingadministratie", PHOTO, "organisatie"), NOOR, day=cast.TODAY)

    assert all(demand.rank != "wet" for demand in found.demands)


@pytest.mark.parametrize("protocol", FIVE)
def test_of_an_employee_the_law_hears_an_objection_and_asks_first(protocol: str) -> None:
    law = ask(protocol, "ouderportaal", who=BRAM).of(law=True)

    assert [(demand.is_objection, demand.soft) for demand in law] == [(False, True), (True, False)]


def test_a_channel_that_a_school_does_not_know_is_never_asked() -> None:
    assert ask("osvs", "logboek").outcome == "nooit"


def test_the_sixth_school_is_data_opt_out_both_must_agree_and_its_own_logbook() -> None:
    found = ask("zesde", "logboek")
    rules = {demand.rule.name: demand for demand in found.of(law=False)}

    assert rules["geen_bezwaar"].is_objection
    assert rules["allebei_ja"].rule.together == "allen"
    assert rules["allebei_ja"].signers == ("leerling", "ouder")
    assert found.is_yearly


def test_in_the_sixth_school_pupil_and_parent_both_say_yes() -> None:
    book, topic = LIBRARY.book("zesde"), Topic("logboek", PHOTO)
    parent = Told(1, "moeder", "ouder", "gegeven", cast.TODAY, "digitaal_akkoord", authority="ja")
    own = Told(2, "noor", "leerling", "gegeven", cast.TODAY, "digitaal_akkoord")

    assert not standing(book, topic, NOOR, [parent], day=cast.TODAY).yes
    assert not standing(book, topic, NOOR, [own], day=cast.TODAY).yes
    assert standing(book, topic, NOOR, [parent, own], day=cast.TODAY).yes


def test_in_the_sixth_school_an_own_voice_needs_the_own_yes_at_nine() -> None:
    found = ask("zesde", "logboek", ("geluid",))

    assert {demand.signers for demand in found.of(law=False)} == {("leerling",)}


@pytest.mark.parametrize("protocol", [*FIVE, "zesde"])
def test_every_demand_names_the_clauses_that_forbid_without_it(protocol: str) -> None:
    for who in (NOOR, SEM, BRAM):
        for demand in ask(protocol, "website", who=who).demands:
            pack = next(ready.pack for ready in LIBRARY.book(protocol).packs if ready.pack.id == demand.pack)
            assert demand.norms
            assert all(pack.clause(number) for number in (*demand.norms, demand.rule.clause))


def test_one_answer_is_found_out_once_for_everyone_of_the_same_side_of_sixteen() -> None:
    other = Subject(("leerling",), date(2015, 1, 1))

    assert ask("osvs", "website") is ask("osvs", "website", who=other)


def test_with_all_parents_needed_the_weakest_yes_counts_for_all() -> None:
    book, topic = LIBRARY.book("osvs"), Topic("website", PHOTO)
    last_year = Told(1, "moeder", "ouder", "gegeven", date(2025, 6, 1), "digitaal_akkoord", authority="ja")
    this_year = Told(2, "vader", "ouder", "gegeven", cast.TODAY, "digitaal_akkoord", authority="ja")
    both = Terms(needs_all=frozenset({"moeder", "vader"}))

    assert standing(book, topic, NOOR, [last_year, this_year], day=cast.TODAY).yes
    assert not standing(book, topic, NOOR, [last_year, this_year], day=cast.TODAY, terms=both).yes


EVERYONE = tuple(word.code for word in ROLES)
ASKED_BY_THE_SCHOOL = [one for one in catalogue() if one.basis == "toestemming"]


def people_for(asked_of: str) -> list[Subject]:
    """Everybody about whom the catalogue asks: pupils of every age and none, or each role there is."""
    if asked_of == "leerling":
        born = [cast.NOOR.born, cast.SEM.born, None]
        return [Subject((role,), day) for role in ("leerling", "oud_leerling") for day in born]
    return [Subject((role,)) for role in EVERYONE if role not in PUPILS]


@pytest.mark.parametrize("protocol", [*FIVE, "zesde"])
def test_silence_is_no_to_whatever_the_school_asks_by_itself_of_whomever(protocol: str) -> None:
    book = LIBRARY.book(protocol)
    topics = [(Topic(one.channel, one.covers, one.purpose), people_for(one.asked_of)) for one in ASKED_BY_THE_SCHOOL]

    yes = [(topic, who) for topic, people in topics for who in people if stands_silent(book, topic, who)]

    assert yes == []


@pytest.mark.parametrize("protocol", [*FIVE, "zesde"])
def test_what_no_clause_asks_is_asked_of_whom_the_law_has_it(protocol: str) -> None:
    for channel in ("telefoon", "brief"):
        for covers in (("naam",), ("persoonsgegevens",), ("naam", "persoonsgegevens")):
            young, older = (ask(protocol, channel, covers, who=who).of(law=True) for who in (NOOR, SEM))

            assert {demand.signers for demand in young} <= {("ouder",)}
            assert {demand.signers for demand in older} <= {("leerling",)}


def test_no_clause_of_verkruisen_asks_for_the_class_list_so_the_law_says_who_does() -> None:
    found = ask("verkruisen", "email", ("persoonsgegevens",))

    assert found.is_asked
    assert [(demand.rule.clause, demand.signers) for demand in found.demands] == [("UAVG-5", ("ouder",))]


def test_a_yes_to_the_photo_says_nothing_of_the_address_beside_it() -> None:
    book, topic = LIBRARY.book("verkruisen"), Topic("website", ("foto", "persoonsgegevens"))
    photo = Consent("ouder", "gegeven", cast.TODAY, "digitaal_akkoord", PHOTO, ("website",), authority="ja")
    both = replace(photo, covers=topic.covers)

    assert not weighed(book, topic, NOOR, (photo,), day=cast.TODAY).yes
    assert weighed(book, topic, NOOR, (both,), day=cast.TODAY).yes


@pytest.mark.parametrize("role", ["fg", "mr", "gmr", "rvt", "cvb", "vertrouwenspersoon", "hulpouder", "oop"])
@pytest.mark.parametrize("protocol", FIVE)
def test_of_who_is_no_pupil_only_the_own_yes_counts(protocol: str, role: str) -> None:
    book, topic, who = LIBRARY.book(protocol), Topic("website", PHOTO), Subject((role,), date(1980, 1, 1))
    own = Told(1, "self", "zelf", "gegeven", cast.TODAY, "schriftelijk")
    no = Told(2, "self", "zelf", "geweigerd", cast.TODAY, "digitaal_akkoord")

    assert set(asked(book, topic, who, day=cast.TODAY).signers) == {"zelf"}
    assert not standing(book, topic, who, [], day=cast.TODAY).yes
    assert standing(book, topic, who, [own], day=cast.TODAY).yes
    assert standing(book, topic, who, [own, no], day=cast.TODAY).is_refused


def test_where_the_school_rests_on_its_interest_what_no_clause_asks_needs_no_yes() -> None:
    book, who = LIBRARY.book("verkruisen"), Subject(("mr",))
    topic = Topic("website", ("naam",), by_interest=True)
    no = Told(1, "self", "zelf", "geweigerd", cast.TODAY, "digitaal_akkoord")

    assert asked(book, topic, who, day=cast.TODAY).outcome == "niet_nodig"
    assert standing(book, topic, who, [], day=cast.TODAY).yes
    assert not standing(book, topic, who, [no], day=cast.TODAY).yes


def test_a_teacher_who_is_asked_for_a_yes_is_not_told_that_silence_is_enough() -> None:
    asks, interest = (
        asked(LIBRARY.book("vsnon"), Topic("ouderportaal", PHOTO, by_interest=rests), BRAM, day=cast.TODAY)
        for rests in (False, True)
    )

    assert (asks.is_objection, interest.is_objection) == (False, True)


@pytest.mark.parametrize("protocol", FIVE)
def test_of_who_is_nothing_at_the_school_and_of_nothing_at_all_no_yes_is_taken(protocol: str) -> None:
    assert ask(protocol, "website", who=Subject((), cast.NOOR.born)).outcome == "nooit"
    assert ask(protocol, "website", ()).outcome == "nooit"


def stands_silent(book: Book, topic: Topic, who: Subject) -> bool:
    """Whether it is yes while nobody said a word."""
    return standing(book, topic, who, [], day=cast.TODAY).yes
