"""The rows of registers: where a person is shown, and the tasks to take that down; others have files of their own."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, choices
from magdit.areas.registers.models_archive import ArchiveTask
from magdit.areas.registers.models_breaches import Breach
from magdit.areas.registers.models_channels import ChannelAccount
from magdit.areas.registers.models_days import FreeDays
from magdit.areas.registers.models_holds import Hold
from magdit.words.media import MEDIA

__all__ = ["Appearance", "ArchiveTask", "Breach", "ChannelAccount", "FreeDays", "Hold", "TakedownTask"]


class Appearance(Row):
    """A person in a publication on a channel, resting on consents. Open as long as `down_at` is empty.

    `purpose`: for what they are shown, so on which answers it rests; empty when nobody said, and then on all of them.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appearances")
    publication = models.UUIDField("publicatie")
    channel = models.CharField("kanaal", max_length=40, choices=choices(MEDIA))
    purpose = models.CharField("doel", max_length=60, blank=True)
    covers = models.JSONField("wat er van de persoon in zit", default=list)
    shown_at = models.DateTimeField("sinds")
    down_at = models.DateTimeField("weg sinds", null=True, blank=True)

    class Meta:
        verbose_name = "persoon in een publicatie"
        verbose_name_plural = "personen in publicaties"
        constraints = (models.UniqueConstraint(fields=("publication", "person"), name="once_in_a_publication"),)
        indexes = (models.Index(fields=("person", "down_at")),)

    def __str__(self) -> str:
        return f"{self.person} op {self.channel}"


class TakedownTask(Row):
    """Someone must take this down: made in the same transaction as the no or the request it follows from.

    Whose turn it is stands with the posts (`drafts.Turn`): that follows from the protocol, the account and who is away.
    """

    appearance = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="takedowns")
    because = models.CharField("omdat", max_length=40)
    made_at = models.DateTimeField("gemaakt")
    due = models.DateTimeField("uiterlijk")
    done_at = models.DateTimeField("gedaan", null=True, blank=True)
    proof = models.CharField("bewijs", max_length=300, blank=True)
    asked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sealed_word = models.BinaryField(
        null=True, editable=False
    )  # what they wrote with it, under the key of who is shown

    class Meta:
        verbose_name = "taak: weghalen"
        verbose_name_plural = "taken: weghalen"
        constraints = (
            models.UniqueConstraint(
                fields=("appearance",), condition=models.Q(done_at__isnull=True), name="one_open_takedown"
            ),
        )

    def __str__(self) -> str:
        return f"weghalen: {self.appearance}"
