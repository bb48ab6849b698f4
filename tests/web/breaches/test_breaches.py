"""Breaches in the browser: reported by anyone, seen with the time that is left, decided, told, printed and closed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from magdit.areas.drafts import actions as drafts
from magdit.areas.drafts.models import Publication
from magdit.areas.journal.models import Entry
from magdit.areas.registers import breaches as actions
from magdit.areas.registers.breaches_story import story_of
from magdit.areas.registers.models import Appearance, Breach
from tests.areas.conftest import NOON
from tests.web.breaches.conftest import TOLD
from tests.web.classes.test_class import text_of

pytestmark = pytest.mark.django_db
ROOM = "/privacy/datalekken/"
REPORT = f"{ROOM}melden/de-linde/"
HOUR = timedelta(hours=1)


def page(row: Breach, part: str = "") -> str:
    return f"{ROOM}{row.pk}/{part}"


def test_a_teacher_reports_in_a_few_words_from_the_home_page(visits, bram, school):
    browser = visits(bram)
    assert REPORT in browser.get("/").content.decode()

    answer = browser.post(REPORT, {"what": TOLD, "key": str(uuid4())}, follow=True)

    assert "Dank u." in text_of(answer)
    row = Breach.objects.get()
    assert (row.known_at, story_of(row).what) == (NOON, TOLD)


def test_sending_it_twice_is_one_report(visits, bram, school):
    browser, told = visits(bram), {"what": TOLD, "key": str(uuid4())}
    browser.post(REPORT, told)

    assert browser.post(REPORT, told).status_code == 302
    assert Breach.objects.count() == 1
    assert Entry.objects.filter(verb="datalek gemeld").count() == 1


def test_the_key_of_someone_elses_report_opens_nothing(visits, breach, noors_mother):
    answer = visits(noors_mother).post(REPORT, {"what": "Iets anders", "key": str(breach.pk)})

    assert answer.status_code == 404
    assert story_of(Breach.objects.get()).what == TOLD


def test_who_knew_it_earlier_says_since_when(visits, bram, school):
    visits(bram).post(REPORT, {"what": TOLD, "known_at": "2026-03-02T09:30"})

    assert Breach.objects.get().known_at.astimezone(NOON.tzinfo).strftime("%d-%m %H.%M") == "02-03 09.30"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"what": "\u200b"}, "Er staat niet wat er gebeurde."),
        ({"known_at": "2027-01-01T00:00"}, "Dit moment kan niet"),
        ({"known_at": "gisteren"}, "Bij een veld hieronder staat wat er niet klopt."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(told, says, visits, bram, school):
    answer = visits(bram).post(REPORT, {"what": TOLD, "key": str(uuid4())} | told)

    assert says in text_of(answer)
    assert not Breach.objects.exists()
    assert TOLD in answer.content.decode() or "what" in told


def test_a_parent_is_asked_less_and_may_report_too(visits, noors_mother, school):
    browser = visits(noors_mother)
    assert "Sinds wanneer" not in text_of(browser.get(REPORT))

    browser.post(REPORT, {"what": TOLD, "known_at": "2020-01-01T00:00"})

    assert Breach.objects.get().known_at == NOON


def test_the_author_of_a_draft_reports_it(visits, school, bram, noors_mother, doing_as):
    draft = drafts.begin(doing_as(bram), school, bram, role="leerkracht")
    address = f"{ROOM}melden/bericht/{draft.pk}/"

    visits(bram).post(address, {"what": TOLD})

    assert Breach.objects.get().about == str(draft.pk)
    assert visits(noors_mother).get(address).status_code == 404
    assert visits(bram).get(f"{ROOM}melden/persoon/{bram.pk}/").status_code == 404


def test_a_mother_reports_what_shows_her_child_and_the_head_goes_to_it(
    visits, school, noor, noors_mother, bram, fatima
):
    row = Publication.objects.create(
        board=school.board, school=school, medium="website", author=bram, key="k", sealed=b"", made_at=NOON,
        state="geplaatst",
    )  # fmt: skip
    Appearance.objects.create(board=school.board, person=noor, publication=row.pk, channel="website", shown_at=NOON)

    answer = visits(noors_mother).post(f"{ROOM}melden/publicatie/{row.pk}/", {"what": TOLD}, follow=True)

    assert "Dank u." in text_of(answer)
    seen = visits(fatima).get(page(Breach.objects.get())).content.decode()
    assert f"/school/de-linde/publicaties/{row.pk}/" in seen


def test_what_the_protocol_asks_beside_it_can_be_ticked(visits, school, bram, fatima, doing_as):
    school.protocol = "ozhw"
    school.save()
    browser = visits(bram)
    draft = drafts.begin(doing_as(bram), school, bram, role="leerkracht")
    about = f"{ROOM}melden/bericht/{draft.pk}/"
    assert "Dreigt het gesprek te ontsporen" in text_of(browser.get(about))
    assert "Dreigt het gesprek te ontsporen" not in text_of(browser.get(REPORT))

    browser.post(about, {"what": TOLD, "signals": ["ontspoort"]})

    told = text_of(visits(fatima).get(page(Breach.objects.get())))
    assert "Licht de directeur van de school in. (artikel 5.4)" in told


@pytest.mark.parametrize(
    ("hours", "says", "colour"), [(31, "nog 41 uur", "ask"), (60, "nog 12 uur", "if"), (75, "3 uur te laat", "no")]
)
def test_the_clock_is_told_in_hours(hours, says, colour, visits, farida, breach, at):
    at(NOON + hours * HOUR)
    browser = visits(farida)

    for address in (ROOM, page(breach)):
        answer = browser.get(address)
        assert says in text_of(answer)
        assert f'class="pill {colour}"' in answer.content.decode()
    assert says in text_of(browser.get("/"))


def test_the_officer_handles_it_to_the_end(visits, farida, breach):
    browser = visits(farida)
    told = {"what": TOLD, "whose": "Ouders van 6A", "many": "24", "kinds": "Adressen", "seen_version": breach.version}
    browser.post(page(breach, "aanvullen/"), told)

    answer = browser.post(page(breach, "besluit/"), {"risk": "hoog", "why": "Adressen", "seen_version": 2}, follow=True)
    seen = text_of(answer)
    assert "Meld het datalek binnen 72 uur bij de Autoriteit Persoonsgegevens. (artikel 33 van de AVG)" in seen
    assert "Vertel de mensen om wie het gaat wat er gelekt is en wat zij kunnen doen. (artikel 34 van de AVG)" in seen

    assert "Er moet nog iets gebeuren" in text_of(
        browser.post(page(breach), {"stap": "sluit", "seen_version": 3}, follow=True)
    )  # fmt: skip
    browser.post(page(breach, "gemeld/"), {"at": "2026-03-03T12:00", "number": "AP-1", "seen_version": 3})
    browser.post(page(breach, "ingelicht/"), {"at": "2026-03-03T12:00", "how": "Per brief", "seen_version": 4})
    browser.post(page(breach), {"stap": "ingelicht", "wie": "0", "seen_version": 5})
    done = browser.post(page(breach), {"stap": "sluit", "seen_version": 6}, follow=True)

    assert "Gesloten. De melding blijft in het register staan." in text_of(done)
    register = text_of(browser.get(ROOM))
    assert "Alles is afgehandeld." in register
    assert "hoog risico" in register


def test_no_breach_is_kept_with_its_reason(visits, fatima, breach):
    answer = visits(fatima).post(
        page(breach, "besluit/"), {"risk": "geen", "why": "De mail kwam niet aan.", "seen_version": 1}, follow=True
    )

    assert "Geen datalek" in text_of(answer)
    assert "De mail kwam niet aan." in text_of(answer)
    assert Breach.objects.get().state == "geen_lek"


@pytest.mark.parametrize(
    ("part", "told", "says"),
    [
        ("besluit/", {"risk": "hoog", "why": "\u200b"}, "Er ontbreekt een reden."),
        ("besluit/", {"risk": "heel hoog", "why": "Zo"}, "Bij een veld hieronder staat wat er niet klopt."),
        ("gemeld/", {"at": "2026-03-03T12:00"}, "Eerst beslist iemand of dit een datalek is."),
        ("aanvullen/", {"what": "x" * 4001}, "Bij een veld hieronder staat wat er niet klopt."),
    ],
)
def test_what_cannot_be_written_down_is_told(part, told, says, visits, farida, breach):
    answer = visits(farida).post(page(breach, part), told | {"seen_version": breach.version})

    assert says in text_of(answer)
    assert Breach.objects.get().version == breach.version


def test_the_second_of_two_keeps_what_was_typed(visits, farida, fatima, breach, doing_as):
    actions.tell_more(doing_as(fatima), breach.pk, version=1, told={"many": "24"})

    answer = visits(farida).post(page(breach, "aanvullen/"), {"what": TOLD, "many": "25", "seen_version": 1})

    assert "Iemand anders heeft dit veranderd" in text_of(answer)
    assert ">\n25</textarea>" in answer.content.decode()
    assert story_of(Breach.objects.get()).many == "24"


def test_the_letters_hold_what_is_known_and_dots_for_the_rest(visits, farida, breach, doing_as):
    actions.tell_more(doing_as(farida), breach.pk, version=1, told={"kinds": "Adressen & namen <6A>"})
    browser = visits(farida)

    form, letter = (browser.get(page(breach, part)) for part in ("formulier/", "brief/"))

    assert "Ontdekt op 3 maart 2026, 12.00 uur" in text_of(form)
    assert "Stichting De Linde" in text_of(form)
    assert "Adressen &amp; namen &lt;6A&gt;" in letter.content.decode()
    assert "…" in text_of(letter)
    assert "Schrijf naar privacy@delinde.example." in text_of(letter)


@pytest.mark.parametrize("who", ["bram", "office", "noors_mother", "sem", "olaf"])
def test_to_others_the_register_is_not_there(who, request, visits, breach):
    browser = visits(request.getfixturevalue(who))

    parts = ("aanvullen/", "besluit/", "gemeld/", "ingelicht/", "formulier/", "brief/")
    room = () if who == "olaf" else (ROOM,)  # he handles those of his own school
    for address in (*room, page(breach), *(page(breach, part) for part in parts)):
        assert browser.get(address).status_code == 404
    for address in (page(breach), *(page(breach, part) for part in parts[:4])):
        assert browser.post(address, {"stap": "sluit"}).status_code == 404
    assert list(Entry.objects.values_list("verb", flat=True)) == ["datalek gemeld"]


def test_a_stranger_reports_nothing(visits, olaf, school):
    assert visits(olaf).get(REPORT).status_code == 404
    assert visits(olaf).post(REPORT, {"what": TOLD}).status_code == 404


def test_the_pages_ask_few_questions(visits, farida, breach, school, bram, doing_as, django_assert_max_num_queries):
    for _number in range(20):
        Breach.objects.create(
            board=school.board, school=school, reported_by=bram, known_at=NOON, due=NOON, sealed=breach.sealed
        )
    browser = visits(farida)
    browser.get(ROOM)

    with django_assert_max_num_queries(12):
        browser.get(ROOM)
    with django_assert_max_num_queries(12):
        browser.get(page(breach))
