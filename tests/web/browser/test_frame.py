"""Every page stands in the same frame: a menu of the rooms that are open, and a way out."""

from playwright.sync_api import expect

from magdit.areas.people.models import Person
from tests.web.browser.looking import look


def test_a_parent_finds_the_way_from_the_start(opens, noors_mother: Person):
    page = opens(noors_mother)

    page.goto("/")

    assert page.get_by_role("link", name="Toestemmingen").is_visible()
    assert page.get_by_text("Ingelogd als Mira Bakker.").is_visible()


def test_who_is_lost_sees_our_frame_and_finds_the_start(opens, noors_mother: Person):
    page = opens(noors_mother)
    # The same page as an ordinary answer: of a 404 the browser itself tells its console.
    page.route("**/nergens/", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto("/nergens/")
    look(page, "fault-404")

    page.get_by_role("link", name="Naar het begin").click()

    expect(page.get_by_text("Ingelogd als Mira Bakker.")).to_be_visible()


def test_the_start_is_easy_to_read_for_everyone(opens, noors_mother: Person):
    page = opens(noors_mother)

    page.goto("/")

    look(page, "home-parent")
