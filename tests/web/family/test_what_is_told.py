"""What the page says around the questions: the lead, whose turn it is, what was said before, and what happens now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail

from magdit.areas.consent.actions import give, refuse
from magdit.areas.consent.family import family_of
from magdit.areas.consent.models import Answer, ItemText
from magdit.areas.people.models import Guardianship
from magdit.words.states import CONSENT_STATES, GIVEN, SAID_NO
from tests import cast
from tests.areas.conftest import NOON, employee
from tests.areas.consent.conftest import make_item
from tests.web.family.conftest import words_of

pytestmark = pytest.mark.django_db

MIRROR_LEAD = (
    "Nee zeggen kan hier, en geldt meteen. Ja zeggen doet u in de leerlingadministratie van de school. Zeg daar ook uw"
    " nee."
)
LEAD = "Nee mag altijd. Niets zeggen is ook nee. U kunt elke dag veranderen."
NEITHER = "This text is not available in the language you chose"
SAID = {
    "gegeven": "U zei ja op 3 maart 2026. Dat geldt tot u het verandert.",
    "vernieuwd": "U zei opnieuw ja op 3 maart 2026. Dat geldt tot u het verandert.",
    "niet_gevraagd": "Op 3 maart 2026 was dit nog niet gevraagd. Zolang is het nee.",
    "gevraagd": "De school vroeg dit op 3 maart 2026. Er is nog geen antwoord. Zolang is het nee.",
    "uitgesteld": "U stelde uw antwoord uit op 3 maart 2026. Zolang is het nee.",
    "geweigerd": "U zei nee op 3 maart 2026.",
    "ingetrokken": "U nam uw ja terug op 3 maart 2026.",
    "verlopen": "Uw ja verliep op 3 maart 2026. Zolang is het nee.",
    "ongeldig": "Uw ja telt niet meer sinds 3 maart 2026. Vraag de school waarom. Zolang is het nee.",
    "beeindigd": "De school beëindigde uw ja op 3 maart 2026. Zolang is het nee.",
}


@pytest.fixture
def mirrored(school):
    """The pupil administration of De Linde is master of what is answered."""
    school.mirror = True
    school.save()


def an_answer(item, person, giver, state, **more):
    """What stands in the register, as an administration may have handed it over."""
    return Answer.objects.create(
        item=item, person=person, giver=giver, school=person.roles.first().school, role="ouder", state=state, at=NOON,
        form="digitaal_akkoord", source="eigen", entered_by=str(giver.pk), number=1, **more,
    )  # fmt: skip


def test_where_the_administration_is_master_one_lead_says_so_and_no_card_does(
    visits, page, mirrored, noor, noors_mother, website, instagram
):
    seen = words_of(visits(noors_mother), page(noor))

    assert seen.count(MIRROR_LEAD) == 1
    assert seen.count("leerlingadministratie") == 1
    assert "ja of nee zeggen" not in seen
    assert "Niets zeggen is ook nee" not in seen
    assert 'value="ja"' not in seen
    assert seen.count('value="nee"') == 2


def test_a_pupil_who_does_not_decide_reads_of_no_button_that_is_not_there(visits, page, mirrored, noor, website):
    seen = words_of(visits(noor), page(noor))

    assert "Hierover beslis je nog niet" in seen
    assert "Hierover beslissen nu je ouders of verzorgers. Vanaf" in seen
    assert "Nee zeggen kan" not in seen
    assert 'type="radio"' not in seen


def test_a_parent_of_unknown_authority_whose_child_decides_reads_that(visits, page, sem, sems_mother, website):
    Guardianship.objects.filter(guardian=sems_mother).update(authority="onbekend")

    seen = words_of(visits(sems_mother), page(sem))

    assert "Nee zeggen kan wel" not in seen
    assert "Hierover beslist Sem zelf" in seen


@pytest.mark.parametrize("state", [word.code for word in CONSENT_STATES])
def test_every_state_is_told_as_what_it_was(visits, page, school, noor, noors_mother, website, state):
    school.protocol = "ozhw"
    school.save()
    an_answer(website, noor, noors_mother, state)
    client = visits(noors_mother)

    seen, receipt = words_of(client, page(noor)), words_of(client, page(noor) + "bewijs/")

    assert SAID[state] in seen
    assert ("U zei nee op" in seen) is (state == "geweigerd")
    assert ("checked" in seen) is (state in GIVEN | SAID_NO)
    assert ('<span class="pill no">nee</span>' in receipt) is (state in SAID_NO)


@pytest.mark.parametrize("state", ["uitgesteld", "gevraagd", "ongeldig"])
def test_what_was_no_answer_waits_for_one_and_a_no_to_it_is_kept(
    visits, page, form, noor, noors_mother, website, state
):
    an_answer(website, noor, noors_mother, state)
    client = visits(noors_mother)

    assert "1 vraag wacht op u" in words_of(client, "/mijn/")
    client.post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}))

    assert [one.state for one in Answer.objects.order_by("number")] == [state, "geweigerd"]


def test_what_goes_on_unless_one_objects_is_not_told_as_a_no(visits, page, board, bram):
    naam = {"covers": ["naam"], "asked_of": "medewerker", "basis": "gerechtvaardigd_belang", "purpose": "pr"}
    make_item(board, "naam-website", **naam)

    seen = words_of(visits(bram), page(bram))

    assert "De school doet dit, tenzij u bezwaar maakt. Dat kan elke dag." in seen
    assert "iets zeggen is ook nee" not in seen
    assert "Wat als u nee zegt" not in seen


def test_beside_questions_the_lead_tells_both(visits, page, board, bram):
    naam = {"covers": ["naam"], "asked_of": "medewerker", "basis": "gerechtvaardigd_belang", "purpose": "pr"}
    make_item(board, "naam-website", **naam)
    make_item(board, "medewerker-website", asked_of="medewerker")

    seen = words_of(visits(bram), page(bram))

    assert "Bij een vraag is niets zeggen ook nee. Waar u bezwaar kunt maken, gaat het door tenzij u dat doet." in seen


@pytest.mark.parametrize(("ahead", "told"), [(0, False), (1, True), (60, True), (61, False)])
def test_a_parent_reads_in_time_that_the_child_will_decide(
    visits, page, school, noor, noors_mother, website, ahead, told
):
    school.protocol = "osvs"
    school.save()
    day = cast.TODAY + timedelta(days=ahead)
    noor.born = date(day.year - 16, day.month, day.day)
    noor.save()

    seen = words_of(visits(noors_mother), page(noor))

    assert ("Vanaf dan beslist Noor zelf. Uw ja geldt tot die dag." in seen) is told
    if ahead == 1:
        assert "Noor wordt 16 op woensdag 4 maart." in seen


def test_where_parents_keep_deciding_beside_the_pupil_their_yes_does_not_end(
    visits, page, school, noor, noors_mother, website
):
    school.protocol = "ouderportaalschool"
    school.save()
    noor.born = date(2010, 3, 10)
    noor.save()

    seen = words_of(visits(noors_mother), page(noor))

    assert "Uw ja geldt tot die dag" not in seen
    assert "Vanaf dan is ook een ja van Noor nodig." in seen


def test_the_lead_is_short_and_the_rest_opens(visits, page, noor, noors_mother, website):
    seen = words_of(visits(noors_mother), page(noor))

    before = seen.split("<h2>")[0].split("</h1>")[1]
    assert LEAD in before
    assert "<summary>Hoe werkt dit?</summary>" in before
    assert "24 uur" not in before.split("<summary>")[0]
    assert seen.count("Wat als u nee zegt?") == 2  # above, and in the details of the one question


def test_what_is_only_taken_on_paper_has_words_instead_of_a_dead_button(
    visits, page, school, board, noor, noors_mother
):
    school.protocol = "verkruisen"
    school.save()
    make_item(board, "facebook", channel="facebook")

    seen = words_of(visits(noors_mother), page(noor))

    assert "Ja: alleen op papier." in seen
    assert "U krijgt het formulier bij de administratie van de school." in seen
    assert 'value="ja"' not in seen
    assert "disabled" not in seen


def test_after_a_no_it_says_who_sees_it_and_what_comes_down(visits, page, form, noor, noors_mother, website):
    client = visits(noors_mother)

    seen = client.post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}), follow=True).content.decode()

    assert "Uw nee geldt nu." in seen
    assert "De leerkracht ziet het vanaf nu." in seen
    assert "weggehaald" not in seen
    assert "leerlingadministratie" not in seen


def test_after_a_no_where_the_administration_is_master_it_must_be_said_there_too(
    visits, page, form, mirrored, noor, noors_mother, website
):
    client = visits(noors_mother)

    seen = client.post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}), follow=True).content.decode()

    assert "Zeg uw nee ook in de leerlingadministratie van De Linde." in seen
    assert "Ja zeggen gaat via de leerlingadministratie" in mail.outbox[0].body


def test_after_a_yes_nothing_is_said_of_a_no(visits, page, form, noor, noors_mother, website):
    client = visits(noors_mother)

    seen = client.post(page(noor), form(noors_mother, noor, {"website-foto": "ja"}), follow=True).content.decode()

    assert "nee geldt nu" not in seen


def test_the_mail_leads_back_to_the_page_and_is_about_the_child(
    visits, page, form, noor, noors_mother, website, settings
):
    settings.PUBLIC_ADDRESS = "https://magdit.school.example"

    visits(noors_mother).post(page(noor), form(noors_mother, noor, {"website-foto": "ja"}))

    (letter,) = mail.outbox
    assert letter.subject == "Uw antwoorden voor Noor"
    assert f"https://magdit.school.example{page(noor)}" in letter.body


@pytest.mark.parametrize("broken", ["proof.paper.typeset", "proof.actions.receipt_mail", "proof.paper.receipt_json"])
@pytest.mark.parametrize("fault", [RuntimeError, ValueError, TypeError, UnicodeError, OSError, KeyError])
def test_whatever_breaks_in_the_receipt_the_answer_is_kept_and_the_page_says_so(
    visits, page, form, noor, noors_mother, website, monkeypatch, caplog, broken, fault
):
    def breaks(*_args: object, **_more: object) -> None:
        raise fault("Noor")

    monkeypatch.setattr(f"magdit.areas.consent.{broken}", breaks)

    answer = visits(noors_mother).post(page(noor), form(noors_mother, noor, {"website-foto": "nee"}), follow=True)

    assert answer.status_code == 200
    assert Answer.objects.get().state == "geweigerd"
    assert "kon niet weg" in answer.content.decode()
    assert "Noor" not in caplog.text


def test_a_receipt_that_cannot_be_made_is_told_and_no_error(
    visits, page, answers, noor, noors_mother, website, monkeypatch
):
    answers(give, noors_mother, noor, website)

    def breaks(*_args: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("magdit.areas.consent.proof.paper.typeset", breaks)

    answer = visits(noors_mother).post(page(noor) + "bewijs/", follow=True)

    assert answer.status_code == 200
    assert "Het bewijs kon nu niet worden gemaakt" in answer.content.decode()


def test_a_pupil_who_decides_is_told_with_je(visits, page, sem, website):
    seen = words_of(visits(sem), page(sem))

    assert "Sinds 3 maart 2026 beslis je zelf." in seen
    assert "Je kunt elke dag veranderen." in seen
    assert "Wat als je nee zegt? Niets: er verandert verder niets voor jou." in seen
    assert not [word for word in (" u ", " uw ", " U ", " Uw ") if word in seen.split("<main")[1].split("</main")[0]]


@pytest.mark.parametrize(
    ("register", "chosen", "dutch", "english"),
    [("ar", "", True, True), ("ar", "nl", False, False), ("en", "en", False, False), ("nl", "", False, False)],
)
def test_that_a_text_is_not_there_is_said_to_who_did_not_choose(
    visits, page, noor, noors_mother, website, register, chosen, dutch, english
):
    noors_mother.language = register
    noors_mother.save()
    client = visits(noors_mother)
    if chosen:
        client.cookies["taal"] = chosen

    seen = words_of(client, page(noor))

    assert ('class="note if"' in seen) is dutch
    assert (NEITHER in seen) is english


def test_who_reads_english_hears_it_in_english_alone(visits, page, noor, noors_mother, website):
    noors_mother.language = "en"
    noors_mother.save()

    seen = " ".join(visits(noors_mother).get(page(noor), headers={"accept-language": "en"}).content.decode().split())

    assert '<html lang="en">' in seen
    assert seen.count('class="note if"') == 1
    assert NEITHER not in seen


@pytest.mark.parametrize("role", ["fg", "bestuur", "vertrouwenspersoon"])
def test_whoever_is_asked_about_themself_finds_it_in_the_menu(visits, school, board, role):
    make_item(board, "medewerker-website", asked_of="medewerker")
    who = employee(school, role, called="Joke", last="Hof")

    seen = words_of(visits(who), "/mijn/")

    assert 'href="/mijn/" aria-current="page">Toestemmingen' in seen
    assert "1 vraag wacht op u" in seen


def test_without_a_yes_the_card_says_no_number(visits, noor, noors_mother, website):
    seen = words_of(visits(noors_mother), "/mijn/")

    assert "Nog geen ja." in seen
    assert "0 van de" not in seen


def test_an_answer_that_waits_anew_is_no_no(noor, noors_mother, website, answers):
    answers(refuse, noors_mother, noor, website)
    (about,) = family_of(noors_mother, [noor], cast.TODAY, language="nl")

    assert [one.last for one in about.questions] == ["nee"]
    assert ItemText.objects.exists()
