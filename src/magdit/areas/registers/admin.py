"""The admin's pages of registers: where people are shown, and what has to come down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from magdit.areas.people.admin_scope import Carried, Kept, doing_of, people_for
from magdit.areas.registers.actions import take_down
from magdit.areas.registers.models import Appearance, TakedownTask


@admin.register(Appearance)
class AppearancePage(Kept[Appearance]):
    """Where the people of the account's schools are shown. To read."""

    list_display = ("person", "channel", "purpose", "publication", "shown_at", "down_at")
    list_filter = ("channel",)
    list_select_related = ("person",)
    ordering = ("-shown_at",)
    fields = readonly_fields = ("person", "publication", "channel", "purpose", "covers", "shown_at", "down_at")

    def seen(self, request: HttpRequest) -> QuerySet[Appearance]:
        return Appearance.objects.filter(person__in=people_for(request))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TaskForm(Carried[TakedownTask]):
    """Closing a task: what shows that it is gone."""

    proof = forms.CharField(label="bewijs", max_length=300, help_text="bijvoorbeeld: het adres geeft 404")

    class Meta:
        model = TakedownTask
        fields = ("proof",)


@admin.register(TakedownTask)
class TaskPage(Kept[TakedownTask]):
    """What has to come down, the most urgent first. A task is closed with its proof, and opened by a no alone."""

    form = TaskForm
    list_display = ("appearance_channel", "because", "due", "done_at")
    list_filter = ("because",)
    list_select_related = ("appearance",)
    ordering = ("due",)
    fields = ("because", "made_at", "due", "proof")
    readonly_fields = ("because", "made_at", "due")

    @admin.display(description="kanaal")
    def appearance_channel(self, task: TakedownTask) -> str:
        """On which channel it stands."""
        return task.appearance.channel

    def seen(self, request: HttpRequest) -> QuerySet[TakedownTask]:
        return TakedownTask.objects.filter(appearance__person__in=people_for(request))

    def write(
        self, request: HttpRequest, row: TakedownTask, told: dict[str, Any], *, changed: list[str], new: bool
    ) -> TakedownTask:
        kept = TakedownTask.objects.select_related("appearance").get(pk=row.pk)
        return take_down(doing_of(request, kept.appearance.board_id), kept, proof=told["proof"])

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.done_at is None)
