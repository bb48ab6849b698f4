"""A stop on destroying: for as long as a quarrel, a report or an inspection lasts (Normenkader IBP FO, PR.07)."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row

KINDS = [
    ("bericht", "bericht"), ("publicatie", "publicatie"), ("persoon", "persoon"), ("datalek", "datalek"),
    ("archieftaak", "taak uit het archief"),
]  # fmt: skip


class Hold(Row):
    """What is named here is not destroyed, also not when its term is over. Why is enciphered under its own key."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="holds")
    kind = models.CharField("soort", max_length=20, choices=KINDS)
    subject = models.CharField(max_length=64)
    sealed_reason = models.BinaryField()
    placed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name="door")
    placed_at = models.DateTimeField("sinds")
    lifted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField("opgeheven", null=True, blank=True)

    class Meta:
        verbose_name = "bewaarstop"
        verbose_name_plural = "bewaarstops"
        ordering = ("-placed_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("board", "kind", "subject"), condition=models.Q(lifted_at__isnull=True), name="one_open_hold"
            ),
        )
