"""Channels of a school: for who keeps them; agreements with platforms for who decides about those."""

from magdit.areas.registers.models import ChannelAccount
from tests.web.row import Place, Row

KEEPERS = "communicatiemedewerker schoolleider beheerder"
READERS = f"{KEEPERS} fg cvb"
DECIDERS = "schoolleider fg cvb"
OFFICERS = "fg cvb"  # who has the role for the whole board sees the next school too


def a_channel(place: Place) -> dict[str, object]:
    """A WordPress site of the school."""
    made = ChannelAccount.objects.create(
        board=place.board, school=place.school, medium="website", name=f"Site {place.name}", connector="wordpress",
        address="https://delinde.example/",
    )  # fmt: skip
    return {"code": place.school.code, "account": made.pk}


def asked_for(place: Place) -> dict[str, object]:
    """An account that waits for a yes."""
    made = a_channel(place)
    ChannelAccount.objects.filter(pk=made["account"]).update(state="aangevraagd")
    return made


NEW = {
    "kind": "account", "medium": "instagram", "name": "@school", "audience": "openbaar", "connector": "hand",
    "ours": "on",
}  # fmt: skip
CONNECT = {"seen_version": "1", "address": "https://delinde.example/", "user": "magdit", "password": "abcd efgh"}
MADE = {"channel": a_channel, "asked": asked_for}
KEEPS = {"own": KEEPERS, "class": KEEPERS}
READS = {"own": READERS, "class": READERS, "school": OFFICERS}
DECIDES = {"own": DECIDERS, "class": DECIDERS, "school": OFFICERS}
ROWS = (
    Row("accounts:accounts", "school", {"own": READERS, "school": OFFICERS}),
    Row("accounts:new", "school", {"own": f"{KEEPERS} cvb", "school": "cvb"}),
    Row("accounts:new", "school", {"own": f"{KEEPERS} cvb", "school": "cvb"}, sends=NEW, answer=302),
    Row("accounts:account", "channel", READS),
    Row(
        "accounts:account", "channel", KEEPS, answer=302, says="forgets the password",
        sends={"stap": "vergeet", "seen_version": "1"},
    ),
    Row(
        "accounts:account", "asked", {"own": "schoolleider cvb", "class": "schoolleider cvb", "school": "cvb"},
        answer=302, says="says yes", sends={"stap": "goed", "seen_version": "1"},
    ),
    Row("accounts:edit", "channel", KEEPS),
    Row(
        "accounts:edit", "channel", KEEPS, answer=302,
        sends=NEW | {"medium": "website", "name": "Onze site", "connector": "wordpress", "seen_version": "1"},
    ),
    Row("accounts:connect", "channel", KEEPS),
    Row("accounts:connect", "channel", KEEPS, sends=CONNECT, answer=302),
    Row("accounts:agree", "channel", DECIDES),
    Row("accounts:agree", "channel", DECIDES, sends={"agreement": "gemaakt", "seen_version": "1"}, answer=302),
    Row("accounts:close", "channel", KEEPS),
    Row("accounts:close", "channel", KEEPS, sends={"seen_version": "1"}, answer=302),
)  # fmt: skip
