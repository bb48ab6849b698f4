"""Every page stands in the same frame: a menu of the rooms that are open, and a way out."""

from magdit.areas.people.models import Person
from tests.web.browser.looking import look


def test_a_parent_finds_the_way_from_the_start(opens, noors_mother: Person):
    page = opens(noors_mother)

    page.goto("/")

    assert page.get_by_role("link", name="Toestemmingen").is_visible()
    assert page.get_by_text("U bent ingelogd als Mira Bakker.").is_visible()


def test_the_start_is_easy_to_read_for_everyone(opens, noors_mother: Person):
    page = opens(noors_mother)

    page.goto("/")

    look(page, "home-parent")
