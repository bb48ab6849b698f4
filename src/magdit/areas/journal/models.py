"""The rows of the journal: entries in a chain per board, and the keys under which personal values lie."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from magdit.areas.journal.guarded import OnlyGrows, refuse


class Chain(models.Model):
    """Where the journal of one board has got to. Whoever adds an entry locks this row first."""

    board = models.UUIDField("bestuur", primary_key=True)
    number = models.PositiveBigIntegerField("laatste regel", default=0)
    mark = models.CharField("merk", max_length=64)

    class Meta:
        verbose_name = "keten"
        verbose_name_plural = "ketens"


class FileKey(models.Model):
    """The key of one person's or case's personal values. Destroyed with the file: `wrapped` becomes empty, for good."""

    board = models.UUIDField("bestuur")
    kind = models.CharField("soort", max_length=40)
    subject = models.CharField("van", max_length=64)
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField("gemaakt op")
    destroyed_at = models.DateTimeField("vernietigd op", null=True)

    class Meta:
        verbose_name = "sleutel"
        verbose_name_plural = "sleutels"
        constraints = (models.UniqueConstraint(fields=("board", "kind", "subject"), name="one_key_per_file"),)


class Entry(models.Model):
    """One line: at this moment this actor did this with this object. Never changed, never removed.

    `details` is plain JSON without personal values; `sealed` are personal values under the key of a person or case.
    `mark` is over all of this line and the mark of the line before, so it is all the identity a line needs.
    """

    mark = models.CharField("merk", max_length=64, primary_key=True)
    board = models.UUIDField("bestuur")
    number = models.PositiveBigIntegerField("regel")
    at = models.DateTimeField("op")
    actor_kind = models.CharField("soort wie", max_length=40)
    actor = models.CharField("wie", max_length=64)
    verb = models.CharField("deed", max_length=60)
    object_kind = models.CharField("soort wat", max_length=40)
    object = models.CharField("wat", max_length=64)
    details = models.TextField("bijzonderheden", default="{}")
    sealed = models.BinaryField(null=True)
    key = models.ForeignKey(FileKey, null=True, on_delete=models.PROTECT, verbose_name="sleutel")
    before = models.CharField("merk van de regel ervoor", max_length=64)

    objects = OnlyGrows.as_manager()

    class Meta:
        verbose_name = "regel"
        verbose_name_plural = "regels"
        ordering = ("board", "number")
        constraints = (models.UniqueConstraint(fields=("board", "number"), name="one_entry_per_number"),)
        indexes = (
            models.Index(fields=("board", "object_kind", "object")),
            models.Index(fields=("board", "actor_kind", "actor")),
        )

    def __str__(self) -> str:
        return f"regel {self.number}: {self.verb}"

    def save(self, *_: Any, **__: Any) -> NoReturn:
        refuse()

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        refuse()
