"""The school's own systems through which people come in, as the settings name them; none is kept in the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import Provider
from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse


class FromSettings(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """What allauth asks: which providers there are (those of the settings alone), and who may sign up (nobody)."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Never those of the database: a row there could let anyone in."""
        return [
            app
            for app in _apps()
            if provider in {None, app.provider, app.provider_id} and client_id in {None, app.client_id}
        ]

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Who is not known to a school has nothing to do here."""
        return False


@dataclass(frozen=True)
class Source:
    """One system: `id` stands in addresses and in the journal, `given` is what the settings say."""

    id: str
    name: str
    kind: str
    given: Mapping[str, Any]

    def address(self, name: str) -> str:
        """An address of ours as the provider knows it: fixed, whatever name the browser used for us."""
        return settings.PUBLIC_ADDRESS + reverse(name, kwargs={"source": self.id})

    def provider(self, request: HttpRequest) -> Provider:
        """As allauth knows it: keeps what we asked for until the answer comes."""
        return get_adapter(request).get_app(request, provider=self.id).get_provider(request)


def sources() -> tuple[Source, ...]:
    """All of them, in the order of the file."""
    return tuple(Source(app.provider_id, app.name, app.provider, app.settings) for app in _apps())


def source_or_404(name: str, *, kind: str | None = None) -> Source:
    """The one that an address names."""
    for one in sources():
        if one.id == name and kind in {None, one.kind}:
            return one
    raise Http404


def _apps() -> Iterator[SocialApp]:
    for kind, given in settings.SOCIALACCOUNT_PROVIDERS.items():
        for app in given["APPS"]:
            yield SocialApp(provider=kind, **app)
