"""The days on which a school is closed: holidays, study days, days off, as the school or its board wrote them down."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Row, School

SOURCES = [("school", "zelf opgeschreven"), ("lijst", "uit een lijst"), ("regio", "vakanties van de regio")]


class FreeDays(Row):
    """No school from the first day up to and including the last. Without a school: at every school of the board."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="free_days", verbose_name="bestuur")
    school = models.ForeignKey(
        School, null=True, blank=True, on_delete=models.PROTECT, related_name="free_days", verbose_name="school"
    )
    name = models.CharField("naam", max_length=80)
    first = models.DateField("van")
    last = models.DateField("tot en met")
    source = models.CharField("bron", max_length=10, choices=SOURCES, default="school")

    class Meta:
        verbose_name = "vrije dagen"
        verbose_name_plural = "vrije dagen"
        ordering = ("first", "name")
        constraints = (
            models.UniqueConstraint(fields=("school", "first", "last"), name="free_days_once"),
            models.UniqueConstraint(
                fields=("board", "first", "last"), condition=models.Q(school=None), name="free_days_of_board_once"
            ),
        )
        indexes = (models.Index(fields=("board", "last")),)

    def __str__(self) -> str:
        return self.name
