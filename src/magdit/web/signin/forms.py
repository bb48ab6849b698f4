"""The forms of coming in: a password, a link, a code. Those of allauth with our words, and without placeholders."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from magdit.areas.people.models import Account

HOLDS = 120  # seconds in which a code of the app is right: its own half minute, one before and one after


def password_field(label: Any, *, now: bool = True) -> forms.CharField:
    """A password: the one of now, which a browser may fill in, or a new one."""
    fills = {"autocomplete": "current-password" if now else "new-password"}
    return forms.CharField(label=label, strip=False, widget=forms.PasswordInput(attrs=fills), max_length=1000)


def code_field(label: Any) -> forms.CharField:
    """A code of an app; recovery codes are figures too."""
    typed = {"autocomplete": "one-time-code", "inputmode": "numeric"}
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=typed))


class SignIn(LoginForm):  # type: ignore[misc]  # allauth carries no types
    """A name and a password."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        named = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
        self.fields["login"] = forms.CharField(label=_("Aanmeldnaam"), max_length=200, widget=named)
        self.fields["password"] = password_field(_("Wachtwoord"))


class PasswordAgain(ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["password"] = password_field(_("Wachtwoord"))


class _Once:
    """A code of the app works once. allauth remembers that for half a minute; ours hold longer (a clock may differ)."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """Right, and not used before."""
        told: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:
            cache.set(self.authenticator.wrap()._get_used_cache_key(told), "y", timeout=HOLDS)
        return told


class Code(_Once, AuthenticateForm):  # type: ignore[misc]
    """The second step. When it was last used is not kept: we do not watch people, and signing in writes nothing."""

    code = code_field(lazy("Code"))

    def save(self) -> None:
        """Write down in the session that this step was passed."""
        _passed(self.authenticator)


class CodeAgain(_Once, CodeAgainForm):  # type: ignore[misc]
    """The code once more, before something that matters."""

    code = code_field(lazy("Code"))

    def save(self) -> None:
        """Write down in the session that this step was passed again."""
        _passed(self.authenticator, reauthenticated=True)


class SetUp(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app that was just told the key."""

    code = code_field(lazy("De code die de app nu laat zien"))


class Mailbox(forms.Form):
    """Where a link may be sent."""

    email = forms.EmailField(
        label=lazy("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )


class Typed(forms.Form):
    """The code of an invitation on paper."""

    code = forms.CharField(
        label=lazy("De code uit de brief"),
        help_text=lazy("Vier keer vier letters en cijfers. Hoofdletters en streepjes maken niet uit."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )


class NewPassword(forms.Form):
    """A password of one's own choice; the old one too, unless a link in a mail just proved who it is."""

    password = password_field(lazy("Uw wachtwoord van nu"))
    password1 = password_field(lazy("Nieuw wachtwoord"), now=False)
    password2 = password_field(lazy("Nog een keer hetzelfde"), now=False)

    def __init__(self, *args: Any, account: Account, asks_old: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.account = account
        self.fields["password1"].help_text = _("Minstens 12 tekens, bijvoorbeeld vier losse woorden.")
        if not asks_old:
            del self.fields["password"]

    def clean_password(self) -> str:
        """The one of now."""
        if not self.account.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("Dit wachtwoord klopt niet."))
        return str(self.cleaned_data["password"])

    def clean_password1(self) -> str:
        """Strong enough."""
        validate_password(self.cleaned_data["password1"], self.account)
        return str(self.cleaned_data["password1"])

    def clean(self) -> dict[str, Any]:
        """Twice the same."""
        told = super().clean() or {}
        if "password1" in told and told["password1"] != told.get("password2"):
            self.add_error("password2", _("Dit is niet hetzelfde als hierboven."))
        return told


def _passed(authenticator: Authenticator, **more: bool) -> None:
    request: HttpRequest = context.request
    record_authentication(request, authenticator.user, "mfa", id=authenticator.pk, type=authenticator.type, **more)
