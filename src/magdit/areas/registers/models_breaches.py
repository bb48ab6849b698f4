"""The register of (possible) data breaches: what happened, when it was known, what was decided (AVG art. 33 lid 5)."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, School

STATES = [("gemeld", "gemeld"), ("geen_lek", "geen datalek"), ("lek", "datalek"), ("gesloten", "gesloten")]


RISKS = [("onwaarschijnlijk", "waarschijnlijk geen risico"), ("risico", "risico"), ("hoog", "hoog risico")]


class Breach(Row):
    """A possible data breach. `known_at` starts the clock, `due` is when it ends; what was told of it is enciphered.

    `to_tell`: whom the packs of the school want to know of it, [{"clause", "role", "text", "by", "at"}].
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="breaches")
    school = models.ForeignKey(School, null=True, blank=True, on_delete=models.PROTECT, related_name="breaches")
    about_kind = models.CharField("gaat over", max_length=40, blank=True)
    about = models.CharField(max_length=64, blank=True)
    reported_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    known_at = models.DateTimeField("bekend sinds")
    due = models.DateTimeField("melden voor")
    state = models.CharField("staat", max_length=20, choices=STATES, default="gemeld")
    risk = models.CharField("risico", max_length=20, choices=RISKS, blank=True)
    must_report = models.BooleanField("moet gemeld worden", null=True, blank=True)
    must_tell = models.BooleanField("betrokkenen moeten het horen", null=True, blank=True)
    to_tell = models.JSONField("wie het moet weten", default=list)
    sealed = models.BinaryField()  # what happened, whom it touches, what was done: JSON, under the key of this breach
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("besloten", null=True, blank=True)
    reported_at = models.DateTimeField("gemeld bij de toezichthouder", null=True, blank=True)
    told_at = models.DateTimeField("betrokkenen ingelicht", null=True, blank=True)
    closed_at = models.DateTimeField("gesloten", null=True, blank=True)
    mailed_at = models.DateTimeField("laatst herinnerd", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "mogelijk datalek"
        verbose_name_plural = "mogelijke datalekken"
        ordering = ("-known_at",)
        indexes = (models.Index(fields=("board", "state")),)
