"""The door of the admin (/beheer/): the same sign-in as everywhere, second step and all. No way around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import urlencode

from magdit.areas.people.models import Account
from magdit.web.second_step import step_needed_in_admin


def guard(site: AdminSite) -> None:
    """Let the admin ask our door: for who has no right it is closed, and a second step comes first."""
    asks_right: Callable[[HttpRequest], bool] = site.has_permission

    def has_permission(request: HttpRequest) -> bool:
        account = request.user
        return asks_right(request) and isinstance(account, Account) and not step_needed_in_admin(request, account)

    site.has_permission = has_permission  # type: ignore[method-assign]  # Django's own way would be another site
    site.login = to_sign_in  # type: ignore[method-assign]


def to_sign_in(request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
    """Where the admin sends who may not come in."""
    account = request.user
    if not isinstance(account, Account):
        wanted = request.GET.get("next") or resolve_url("admin:index")
        return HttpResponseRedirect(f"{resolve_url('account_login')}?{urlencode({'next': wanted})}")
    if account.is_active and account.is_staff and step_needed_in_admin(request, account):
        return HttpResponseRedirect(resolve_url("mfa_index"))
    if account.is_active and account.is_staff:
        return HttpResponseRedirect(resolve_url("admin:index"))
    raise PermissionDenied
