"""Coming in: open to everyone, or for everyone about themself. Who is signed in already is led on."""

from datetime import timedelta

from magdit.areas.people import links
from magdit.areas.people.models import Link
from tests.areas.conftest import NOON
from tests.web.row import Place, Row


def a_link(place: Place) -> dict[str, object]:
    """A link that a parent used. One that is open greets its reader by name: tests/web/signin tries that."""
    token = f"link-{place.name}"
    Link.objects.create(
        person=place.guardian, kind=links.SIGN_IN, mark=links.mark_of(token), address=place.guardian.email,
        made_at=NOON, until=NOON + timedelta(minutes=15), used_at=NOON,
    )  # fmt: skip
    return {"token": token}


MADE = {"link": a_link}
ALL = {"own": "all"}
ROWS = (
    Row("account_login", open=True),
    Row("account_login", sends={"login": "niemand", "password": "fout"}, open=True),
    Row("account_logout", opens=ALL),
    Row("account_inactive", open=True),
    Row("account_signup", open=True),
    Row("link_ask", open=True),
    Row("link_ask", sends={"email": "geen adres"}, open=True),
    Row("link_sent", open=True),
    Row("link_typed", open=True),
    Row("link_typed", sends={"code": "abcd-abcd-abcd-abcd"}, open=True),
    Row("link_open", about="link", open=True),
    Row("signin_ways", opens=ALL),
    Row("signin_address", opens=ALL),
    Row("signin_address", opens=ALL, sends={"email": "nieuw@thuis.example"}, says="asks first who it is"),
    Row("signin_password", opens=ALL),
    Row("signin_password", opens=ALL, sends={"password1": "x", "password2": "x"}, says="asks first who it is"),
    # allauth's, in our frame. Nobody here has a second step, so there is none to show, use or take away.
    Row("mfa_index", opens=ALL),
    Row("mfa_activate_totp", opens=ALL),
    Row("mfa_activate_totp", opens=ALL, sends={"code": "000000"}),
    Row("mfa_generate_recovery_codes", opens=ALL),
    Row("mfa_generate_recovery_codes", opens=ALL, sends={}),
    Row("mfa_authenticate", opens=ALL, answer=302, says="who is signed in needs no code"),
    Row("account_reauthenticate", closed=403, says="nobody has a password to ask for"),
    Row("mfa_reauthenticate", closed=403, says="nobody has a code to ask for"),
    Row("mfa_deactivate_totp"),
    Row("mfa_view_recovery_codes"),
    Row("mfa_download_recovery_codes"),
)
