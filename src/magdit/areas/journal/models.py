"""The rows of the journal: entries in a chain per board, and the keys under which personal values lie."""

from __future__ import annotations

from django.db import models


class Chain(models.Model):
    """Where the journal of one board has got to. Whoever adds an entry locks this row first."""

    board = models.UUIDField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = "keten"
        verbose_name_plural = "ketens"


class FileKey(models.Model):
    """The key of one person's or case's personal values. Destroyed with the file: `wrapped` becomes empty, for good."""

    board = models.UUIDField()
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "sleutel"
        verbose_name_plural = "sleutels"
        constraints = (models.UniqueConstraint(fields=("board", "kind", "subject"), name="one_key_per_file"),)


class Entry(models.Model):
    """One line: at this moment this actor did this with this object. Never changed, never removed.

    `details` is plain JSON without personal values; `sealed` are personal values under the key of a person or case.
    `mark` is over this line and the mark of the line before.
    """

    board = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=40)
    actor = models.CharField(max_length=64)
    verb = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object = models.CharField(max_length=64)
    details = models.TextField(default="{}")
    sealed = models.BinaryField(null=True)
    key = models.ForeignKey(FileKey, null=True, on_delete=models.PROTECT)
    before = models.CharField(max_length=64)
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = "regel"
        verbose_name_plural = "regels"
        constraints = (models.UniqueConstraint(fields=("board", "number"), name="one_entry_per_number"),)
        indexes = (
            models.Index(fields=("board", "object_kind", "object")),
            models.Index(fields=("board", "actor_kind", "actor")),
        )
