"""The rows of coming in: links that are used once, keys for other programs, and lists that wait to be taken over.

Of a link and a key only the hash is kept: who reads the database cannot come in with it.
"""

from __future__ import annotations

from django.db import models


class Link(models.Model):
    """A link that lets someone in once. `address`: where it was sent; empty on a paper invitation."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="links", verbose_name="persoon")
    kind = models.CharField("soort", max_length=20, choices=[("inloggen", "inloggen"), ("uitnodiging", "uitnodiging")])
    mark = models.CharField(max_length=64, unique=True, editable=False)
    address = models.EmailField("verstuurd naar", blank=True)
    made_at = models.DateTimeField("gemaakt")
    until = models.DateTimeField("geldig tot")
    used_at = models.DateTimeField("gebruikt", null=True, blank=True)
    made_by = models.CharField("gemaakt door", max_length=64, blank=True)  # opaque id of the actor

    class Meta:
        verbose_name = "link"
        verbose_name_plural = "links"
        indexes = (models.Index(fields=("person", "kind")),)


class ApiKey(models.Model):
    """A key with which another program reads or writes for one board, or one school of it."""

    id = models.BigAutoField(primary_key=True)
    board = models.ForeignKey("people.Board", on_delete=models.CASCADE, related_name="keys", verbose_name="bestuur")
    school = models.ForeignKey(
        "people.School", null=True, blank=True, on_delete=models.CASCADE, related_name="keys", verbose_name="school"
    )  # empty: every school of the board
    name = models.CharField("waarvoor", max_length=80)
    scopes = models.JSONField("mag", default=list)
    mark = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField("begint met", max_length=12, editable=False)
    made_at = models.DateTimeField("gemaakt")
    made_by = models.CharField("gemaakt door", max_length=64)  # opaque id of the actor
    until = models.DateField("geldig tot en met", null=True, blank=True)
    closed_at = models.DateTimeField("ingetrokken", null=True, blank=True)
    used_on = models.DateField("laatst gebruikt", null=True, blank=True)

    class Meta:
        verbose_name = "sleutel voor een programma"
        verbose_name_plural = "sleutels voor programma's"


class Intake(models.Model):
    """A list that someone handed in: looked at first, taken over when they say so. The file goes when that is done."""

    id = models.UUIDField(primary_key=True, editable=False)
    school = models.ForeignKey("people.School", on_delete=models.CASCADE, related_name="intakes", verbose_name="school")
    by = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+", verbose_name="van")
    kind = models.CharField("soort", max_length=30)  # which reader: oneroster, edexml, sds, uwlr, leerlingen …
    told = models.JSONField("gezegd", default=dict)  # columns, words and choices, as the person said them
    state = models.CharField("staat", max_length=20, default="ingeleverd")  # see imports/intakes
    made_at = models.DateTimeField("ingeleverd")
    ended_at = models.DateTimeField("klaar", null=True)
    outcome = models.JSONField("uitslag", default=dict)  # counts and codes; never a name

    class Meta:
        verbose_name = "ingeleverde lijst"
        verbose_name_plural = "ingeleverde lijsten"
        indexes = (models.Index(fields=("school", "-made_at")),)
