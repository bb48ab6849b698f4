"""What a protocol says about consent is met on the page in the school that works with it, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from magdit.areas.consent.actions import give
from magdit.areas.consent.models import Answer, Item
from magdit.areas.journal.doing import SCHOOL_CLOCK
from magdit.areas.people.models import Board, Person, Role, School
from tests.areas.conftest import NOON
from tests.areas.consent.conftest import make_item
from tests.web.browser.looking import look
from tests.web.family.conftest import answers_  # noqa: F401  (a fixture)

Opens = Callable[..., Page]
PROTOCOLS = ("osvs", "ozhw", "verkruisen", "vsnon", "ouderportaalschool")
YEARLY = ("osvs", "ouderportaalschool")
LAST_YEAR = datetime(2025, 6, 2, 12, tzinfo=SCHOOL_CLOCK)
YES, NO = "Ja", "Nee"


@pytest.fixture
def under(school: School) -> Callable[[str], None]:
    """`under("osvs")`: De Linde works with this protocol."""

    def choose(protocol: str) -> None:
        school.protocol = protocol
        school.save()

    return choose


@pytest.fixture
def items(board: Board) -> dict[str, Item]:
    """Three questions: on the website, in the portal, and on Facebook."""
    return {channel: make_item(board, channel, channel=channel) for channel in ("website", "ouderportaal", "facebook")}


@pytest.fixture
def last_year(answers, items, noor: Person, noors_mother: Person) -> Callable[[], None]:
    """`last_year()`: in June of last school year her mother said yes to the website."""

    def said() -> None:
        Role.objects.filter(person=noor).update(begins=None)
        answers(give, noors_mother, noor, items["website"], at=LAST_YEAR)

    return said


def question(page: Page, channel: str) -> Locator:
    """The question about a channel, as it stands on the page."""
    return page.locator(f"#v-de-linde-{channel}")


def open_page(opens: Opens, viewer: Person, about: Person) -> Page:
    """The page about someone, on the phone of who looks at it."""
    page = opens(viewer)
    page.goto(f"/mijn/{about.pk}/")
    return page


def send(page: Page) -> None:
    page.get_by_role("button", name="Antwoorden versturen").click()
    page.wait_for_url("**/bewijs/")


@pytest.mark.parametrize("protocol", YEARLY)
def test_where_the_protocol_asks_every_year_last_years_yes_is_asked_anew(
    opens: Opens, under, last_year, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)
    last_year()
    page = open_page(opens, noors_mother, noor)

    expect(question(page, "website")).to_contain_text("Vorige keer zei u ja, op 2 juni 2025")
    expect(question(page, "website").get_by_role("radio", checked=True)).to_have_count(0)
    question(page, "website").get_by_label(YES, exact=True).check()
    send(page)

    assert [one.state for one in Answer.objects.order_by("number")] == ["gegeven", "vernieuwd"]
    expect(page.get_by_text("tot en met 31 juli 2026")).to_be_visible()


@pytest.mark.parametrize("protocol", [one for one in PROTOCOLS if one not in YEARLY])
def test_where_the_protocol_asks_once_last_years_yes_still_stands(
    opens: Opens, under, last_year, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)
    last_year()
    page = open_page(opens, noors_mother, noor)

    expect(question(page, "website")).to_contain_text("U zei ja op 2 juni 2025. Dat geldt tot u het verandert.")
    expect(question(page, "website").get_by_label(YES, exact=True)).to_be_checked()
    page.goto("/mijn/")
    # De Verkruisen takes a yes to Facebook on paper only, and VSNON never asks it.
    waits = "2 vragen wachten op u" if protocol == "ozhw" else "1 vraag wacht op u"
    expect(page.get_by_text(waits)).to_be_visible()


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "verkruisen", "vsnon"])
def test_a_pupil_who_turns_sixteen_decides_from_that_day(
    opens: Opens, under, at, items, answers, sem: Person, sems_mother: Person, protocol: str
) -> None:
    under(protocol)
    yesterday = NOON - timedelta(days=1)
    answers(give, sems_mother, sem, items["website"], at=yesterday)
    at(yesterday)
    page = open_page(opens, sem, sem)
    expect(page.get_by_text("Vanaf 3 maart 2026 beslis je zelf.").first).to_be_visible()
    expect(question(page, "website").get_by_role("radio")).to_have_count(0)

    at(NOON)
    page.reload()

    expect(page.get_by_text("Sinds 3 maart 2026 beslis je zelf.")).to_be_visible()
    look(page, "family-sixteen")
    expect(question(page, "website").get_by_role("radio", checked=True)).to_have_count(0)
    question(page, "website").get_by_label(YES, exact=True).check()
    send(page)
    assert Answer.objects.order_by("number").last().giver == sem


@pytest.mark.parametrize("protocol", ["osvs", "ozhw", "verkruisen", "vsnon"])
def test_his_mother_reads_that_he_decides_since_then(
    opens: Opens, under, items, sem: Person, sems_mother: Person, protocol: str
) -> None:
    under(protocol)
    page = open_page(opens, sems_mother, sem)

    expect(question(page, "website")).to_contain_text("Hierover beslist Sem zelf, sinds 3 maart 2026.")
    expect(question(page, "website").get_by_role("radio")).to_have_count(0)
    look(page, "family-mother-of-sixteen")


def test_where_the_protocol_keeps_asking_the_parents_they_answer_beside_the_pupil(
    opens: Opens, under, items, sem: Person, sems_mother: Person
) -> None:
    under("ouderportaalschool")

    hers, his = open_page(opens, sems_mother, sem), open_page(opens, sem, sem)

    expect(question(hers, "website")).to_contain_text("Hiervoor is ook een ja van Sem nodig.")
    expect(question(hers, "website").get_by_role("radio")).to_have_count(2)
    expect(question(his, "website")).to_contain_text("Hiervoor is ook een ja van een ouder of verzorger nodig.")
    expect(question(his, "website").get_by_role("radio")).to_have_count(2)


def test_verkruisen_10_about_social_media_the_parents_decide_also_over_a_pupil_of_sixteen(
    opens: Opens, under, items, sem: Person, sems_mother: Person
) -> None:
    under("verkruisen")

    page = open_page(opens, sems_mother, sem)

    expect(question(page, "facebook").get_by_role("radio", name=NO)).to_have_count(1)
    expect(question(page, "facebook").get_by_text("Ja: alleen op papier.")).to_be_visible()
    look(page, "family-on-paper")
    expect(question(page, "website").get_by_role("radio")).to_have_count(0)


@pytest.mark.parametrize("protocol", ["osvs", "ozhw"])
def test_elsewhere_a_pupil_of_sixteen_decides_about_social_media_alone(
    opens: Opens, under, items, sem: Person, sems_mother: Person, protocol: str
) -> None:
    under(protocol)

    page = open_page(opens, sems_mother, sem)

    expect(question(page, "facebook").get_by_role("radio")).to_have_count(0)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_website_and_portal_are_answered_apart(
    opens: Opens, under, items, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)
    page = open_page(opens, noors_mother, noor)

    question(page, "ouderportaal").get_by_label(YES, exact=True).check()
    question(page, "website").get_by_label(NO, exact=True).check()
    send(page)
    page.goto(f"/mijn/{noor.pk}/")

    expect(question(page, "ouderportaal")).to_contain_text("U zei ja op 3 maart 2026.")
    expect(question(page, "website")).to_contain_text("U zei nee op 3 maart 2026.")
    ends = "Dat geldt tot en met 31 juli 2026." if protocol in YEARLY else "Dat geldt tot u het verandert."
    expect(question(page, "ouderportaal")).to_contain_text(ends)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_refusing_has_no_consequences_and_every_question_says_so(
    opens: Opens, under, items, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)
    page = open_page(opens, noors_mother, noor)

    asked = page.locator("fieldset")
    costs_nothing = "Wat als u nee zegt? Niets: er verandert verder niets voor Noor."

    expect(page.locator("main > p").filter(has_text=costs_nothing)).to_be_visible()
    for one in asked.all():
        one.get_by_text("Wat betekent dit precies?").click()
        expect(one.get_by_text(costs_nothing)).to_be_visible()
    assert asked.count() == (2 if protocol == "vsnon" else 3)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_a_school_never_does_is_never_asked(
    opens: Opens, under, items, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)

    page = open_page(opens, noors_mother, noor)

    expect(question(page, "facebook")).to_have_count(0 if protocol == "vsnon" else 1)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_taking_a_yes_back_takes_as_many_clicks_as_giving_it(
    opens: Opens, under, items, noor: Person, noors_mother: Person, protocol: str
) -> None:
    under(protocol)
    page = open_page(opens, noors_mother, noor)

    for answer in (YES, NO):
        page.goto(f"/mijn/{noor.pk}/")
        question(page, "website").get_by_label(answer, exact=True).check()
        send(page)

    assert [one.state for one in Answer.objects.order_by("number")] == ["gegeven", "ingetrokken"]
