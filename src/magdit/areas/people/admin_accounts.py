"""The admin's page of accounts: only who keeps the computer sees it, and gives a beheerder of a school a way in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.journal.refused import Refused
from magdit.areas.people import actions
from magdit.areas.people.admin_scope import Carried, Kept, account_of, doing_of
from magdit.areas.people.models import Account


class NewAccount(Carried[Account]):
    """A way in for someone who is in the register."""

    password = forms.CharField(widget=forms.PasswordInput, label="wachtwoord")

    class Meta:
        model = Account
        fields = ("login", "person", "is_staff")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person"].required = True


@admin.register(Account)
class AccountPage(Kept[Account]):
    """Accounts. One that is there can be closed; passwords are never shown."""

    list_display = ("login", "person", "is_staff", "is_superuser", "is_active", "last_login")
    list_select_related = ("person",)
    search_fields = ("login", "person__last")
    autocomplete_fields = ("person",)
    ordering = ("login",)

    def seen(self, request: HttpRequest) -> QuerySet[Account]:
        return Account.objects.all() if account_of(request).is_superuser else Account.objects.none()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        return super().get_form(request, obj, change=change, **(more if obj else {**more, "form": NewAccount}))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("login", "person", "is_staff", "is_active") if obj else ("person", "login", "password", "is_staff")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("login", "person", "is_staff") if obj else ()

    def write(
        self, request: HttpRequest, row: Account, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> Account:
        if row.person is None:
            raise Refused("not_yours")
        doing = doing_of(request, row.person.board_id)
        if new:
            return actions.give_account(
                doing, row.person.pk, login=told["login"], password=told["password"], in_admin=told["is_staff"]
            )
        if told["is_active"]:
            raise Refused("account_closed")
        return actions.close_account(doing, row.pk)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return getattr(request.user, "is_superuser", False)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)
