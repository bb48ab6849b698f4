"""The journal in the admin: to read, never to change; each account sees the lines of its own board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.journal.models import Entry

SHOWN = ("number", "at", "actor_kind", "actor", "verb", "object_kind", "object", "details")

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Entry]
else:
    Base = admin.ModelAdmin


@admin.register(Entry)
class EntryAdmin(Base):
    """Lines, the newest first. What is sealed stays sealed here."""

    list_display = SHOWN
    list_filter = ("verb", "actor_kind", "object_kind")
    search_fields = ("=actor", "=object")
    ordering = ("-at",)
    fields = readonly_fields = (*SHOWN, "board", "before", "mark")
    actions = None
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        """The lines of the account's own board; all of them for who keeps the computer."""
        lines = super().get_queryset(request)
        if getattr(request.user, "is_superuser", False):
            return lines
        person = getattr(request.user, "person", None)
        return lines.none() if person is None else lines.filter(board=person.board_id)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
