"""Settings: everyone their own; of a school for who leads it; of the board, its words and keys for who governs."""

from magdit.areas.consent.models import Item, ItemText
from magdit.areas.people.models import ApiKey, Person, Role
from tests.areas.conftest import NOON, START
from tests.web.row import Place, Row

LEADERS = "schoolleider beheerder cvb"
KEEPERS = f"administratie {LEADERS}"
KEEPERS_HERE = "administratie schoolleider beheerder"  # who lets in the people who help
GOVERNORS = "beheerder cvb"


def a_key(place: Place) -> dict[str, object]:
    """A key of the school."""
    mark = f"{place.name}".ljust(64, "0")
    made = ApiKey.objects.create(
        board=place.board, school=place.school, name="Koppeling", scopes=["oordeel"], mark=mark, hint="magdit_00000",
        made_at=NOON, made_by="test",
    )  # fmt: skip
    return {"key": made.pk}


def a_question(place: Place) -> dict[str, object]:
    """A question of the board that no other board has."""
    code = f"eigen-{place.name}"
    made = Item.objects.create(board=place.board, code=code, purpose="nieuws", channel="website", covers=["foto"])
    ItemText.objects.create(item=made, version=1, title="Mag dit?", body="Nee mag.", made_at=NOON, mark="0" * 64)
    return {"item": code}


def a_role(place: Place) -> dict[str, object]:
    """Someone who helps at the school: a role that the office gives and ends."""
    helper = Person.objects.create(board=place.board, first="Hulp", called="Hulp", last=f"Hand {place.name}")
    return {"role": Role.objects.create(person=helper, school=place.school, role="vrijwilliger", begins=START).pk}


WORDS = {"title": "Mag dit nu?", "body": "Nee mag.", "why": "", "versie": "1"}
MADE = {"key": a_key, "question": a_question, "role": a_role}
NO_TEXT = {"own": "cvb", "class": "cvb", "school": "cvb"}
ROWS = (
    Row("settings:own", opens={"own": "all"}),
    Row("settings:school", "school", {"own": LEADERS, "school": "cvb"}),
    Row(
        "settings:school", "school", {"own": LEADERS, "school": "cvb"}, answer=302,
        sends=lambda place, made: {
            "name": place.school.name, "protocol": place.school.protocol, "mirror_days": "7", "card_days": "2",
        },
    ),
    Row("settings:roles", "school", {"own": KEEPERS, "school": "cvb"}),
    Row(
        "settings:roles", "school", {"own": KEEPERS, "school": "cvb"}, answer=302, says="gives a role",
        sends=lambda place, made: {"person": str(place.teacher.pk), "role": _gives(place), "ends": ""},
    ),
    Row("settings:role_end", "role", {"own": KEEPERS_HERE, "class": KEEPERS_HERE}),
    Row("settings:role_end", "role", {"own": KEEPERS_HERE, "class": KEEPERS_HERE}, sends={}, answer=302),
    Row("settings:board", opens={"own": "cvb"}),
    Row(
        "settings:board", opens={"own": "cvb"}, answer=302,
        sends={"name": "Stichting Anders", "parents_needed": "een", "keep_years": "2", "second_step": "niemand"},
    ),
    Row("settings:texts", opens={"own": "cvb"}),
    Row("settings:text", "question", NO_TEXT),
    Row("settings:text", "question", NO_TEXT, sends=WORDS, answer=302),
    Row("settings:keys", opens={"own": GOVERNORS}),
    Row("settings:key_new", opens={"own": GOVERNORS}),
    Row(
        "settings:key_new", opens={"own": GOVERNORS}, answer=302,
        sends=lambda place, made: {
            "name": "Koppeling", "scopes": "oordeel", "until": "2026-12-31", "place": str(place.school.pk),
            "eenmalig": "a",
        },
    ),
    Row("settings:key_made", opens={"own": GOVERNORS}),
    Row("settings:key_close", "key", {"own": GOVERNORS, "class": GOVERNORS, "school": "cvb"}),
    Row("settings:key_close", "key", {"own": GOVERNORS, "class": GOVERNORS, "school": "cvb"}, sends={}, answer=302),
)  # fmt: skip


def _gives(place: Place) -> str:
    """The office lets in who helps; who governs the board only gives what the board gives."""
    visitor = place.visitor
    roles = {role.role for role in visitor.roles.all()} if visitor else set()
    return "fg" if "cvb" in roles else "vrijwilliger" if "administratie" in roles else "mentor"
