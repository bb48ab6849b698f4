"""What allauth asks of us: nobody makes an account themself, its sentences are ours, what it keeps is enciphered."""

from __future__ import annotations

import base64
import os
import secrets
from typing import Any, ClassVar

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import filter_users_by_username
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from magdit.web.sealed import box
from magdit.web.signin.limits import folded
from magdit.web.signin.proved import proved_lately

BORDER = 4
MESSAGES = {
    "account/messages/logged_out.txt": _("U bent uitgelogd."),
    "mfa/messages/totp_activated.txt": _("Uw tweede stap is ingesteld."),
    "mfa/messages/totp_deactivated.txt": _("Uw tweede stap is weg."),
}


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Signing in with a password."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "Deze aanmeldnaam en dit wachtwoord horen niet bij elkaar. Kijk ze na, of laat u een link mailen."
        ),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "incorrect_code": _("Deze code klopt niet."),
        "enter_current_password": _("Vul het wachtwoord in dat u nu hebt."),
        "too_many_login_attempts": _(
            "Het is te vaak misgegaan. Wacht vijf minuten en probeer het dan opnieuw, of laat u een link mailen."
        ),
        "rate_limited": _("Het is te vaak misgegaan. Wacht vijf minuten en probeer het dan opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """A school gives accounts; nobody makes one."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """We answer with pages only."""
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **more: Any
    ) -> None:
        """Our sentence for it, or nothing: that someone is signed in shows on the page itself."""
        told = MESSAGES.get(message_template or "")
        if told:
            messages.add_message(request, level, str(told))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every mail about coming in is one of ours (areas/people/mails)."""

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Asked again only of who did not prove a short while ago that it is them, and has a way to."""
        return not proved_lately(self.request) and bool(self.get_reauthentication_methods(self.request.user))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to prove it once more, in our words."""
        told = {
            "reauthenticate": gettext("Met uw wachtwoord"),
            "mfa_reauthenticate": gettext("Met een code van de app"),
        }
        found: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**one, "description": told[one["id"]]} for one in found if one["id"] in told]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What wrong passwords count for: the account, however its name is written and by whichever host it is reached.

        allauth counts per host and written name, of which a visitor may choose both. A name that nobody has counts too:
        else it would show that nobody has it.
        """
        login = str(credentials.get("username", ""))
        known = filter_users_by_username(login).order_by("pk").values_list("pk", flat=True).first()
        return f"name:{folded(login)}" if known is None else f"account:{known}"

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's own address, also behind the proxy that MAGDIT_PROXY names."""
        here = str(request.META.get("REMOTE_ADDR") or "")
        proxies = [one.strip() for one in os.environ.get("MAGDIT_PROXY", "127.0.0.1,::1").split(",")]
        through = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
        return through if through and (here in proxies or not here) else here or "unix"


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """The second step."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. Wacht tot de app een nieuwe laat zien, en vul die in."),
        "cannot_delete_authenticator": _("Uw school vraagt een tweede stap: hij kan niet weg."),
        "cannot_generate_recovery_codes": _("Stel eerst een tweede stap in. Dan krijgt u ook reservecodes."),
    }

    def encrypt(self, text: str) -> str:
        """Who reads the database alone cannot make a code."""
        return box("magdit.mfa").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What a lost key once closed fits no code any more; the beheerder then resets the step."""
        try:
            return box("magdit.mfa").decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def build_totp_svg(self, url: str) -> str:
        """The square to scan, drawn in the page itself: no picture from elsewhere, black on white also in the dark."""
        code = qrcode.QRCode(border=BORDER)
        code.add_data(url)
        rows = code.get_matrix()
        drawn = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
        return format_html(
            '<svg viewBox="0 0 {0} {0}" width="232" height="232" role="img" aria-label="{1}">'
            '<rect width="{0}" height="{0}" fill="#fff"/><path fill="#000" d="{2}"/></svg>',
            len(rows), gettext("Vierkant met de sleutel, om te scannen met de app"), drawn,
        )  # fmt: skip
