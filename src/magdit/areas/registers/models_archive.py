"""What a check of an archive found that could not be published today, and what became of it."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, School

OPEN, DONE, NOT_NEEDED, GONE, MAY = "open", "weg", "niet_nodig", "verdwenen", "mag"
STATES = [
    (OPEN, "te doen"), (DONE, "weggehaald of aangepast"), (NOT_NEEDED, "niet nodig"),
    (GONE, "staat er niet meer"), (MAY, "mag nu blijven"),
]  # fmt: skip


class ArchiveTask(Row):
    """Something that stands online and could not be published today. One per place, however often it is checked.

    `mark` and `source`: by what it is known again; nothing of a name or address can be read in them. `sealed`: where it
    stands, its title and what was found, under the key of this task; what was found are kinds, never the data itself.
    `clauses`: [[pack, number]]. `remote`: how the site itself calls it, where a connector could take it down.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="archive_tasks")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="archive_tasks")
    source = models.CharField("bron", max_length=32)
    mark = models.CharField("kenmerk", max_length=32)
    medium = models.CharField("medium", max_length=40)
    level = models.CharField("ernst", max_length=20)
    clauses = models.JSONField("artikelen", default=list)
    remote = models.JSONField(default=dict)
    sealed = models.BinaryField(editable=False)
    made_at = models.DateTimeField("gevonden")
    seen_at = models.DateTimeField("laatst gezien")
    due = models.DateTimeField("uiterlijk")
    state = models.CharField("staat", max_length=20, choices=STATES, default=OPEN)
    ended_at = models.DateTimeField("klaar", null=True, blank=True)
    ended_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sealed_end = models.BinaryField(null=True, editable=False)  # the proof, or why nothing needs to be done

    class Meta:
        verbose_name = "taak uit het archief"
        verbose_name_plural = "taken uit het archief"
        ordering = ("due", "pk")
        constraints = (models.UniqueConstraint(fields=("school", "source", "mark"), name="archive_task_once"),)
        indexes = (models.Index(fields=("school", "state")),)
