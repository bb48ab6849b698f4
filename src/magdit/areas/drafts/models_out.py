"""What went out: publications, and the pictures in them. A publication keeps what it rests on."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, School
from magdit.areas.registers.models import ChannelAccount

STATES = [
    ("wordt_geplaatst", "wordt geplaatst"), ("geplaatst", "geplaatst"), ("mislukt", "niet gelukt"),
    ("wordt_weggehaald", "wordt weggehaald"), ("weg", "weggehaald"), ("op_papier", "op papier, niet terug te halen"),
]  # fmt: skip
OPEN = ("wordt_geplaatst", "geplaatst", "wordt_weggehaald")  # may be seen somewhere


class Publication(Row):
    """One post on one account. `key` goes along with every try, so that a connector never places it twice.

    `rests_on`: {"pack", "version", "hash", "clauses", "purpose", "until", "consents"}; `again` in it: what the last
    look since then rested on. `remote`: how the other side calls it. `must_go_by`: it is no longer allowed; whose turn
    it is to take it down says its `Turn`. For a no of someone shown there are tasks in the registers as well.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="publications")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="publications")
    draft = models.OneToOneField("drafts.Draft", null=True, on_delete=models.SET_NULL, related_name="publication")
    account = models.ForeignKey(ChannelAccount, null=True, on_delete=models.PROTECT, related_name="publications")
    medium = models.CharField("medium", max_length=40)
    audience = models.CharField("publiek", max_length=30, default="openbaar")
    groups = models.JSONField("groepen", default=list)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("staat", max_length=20, choices=STATES, default="wordt_geplaatst")
    key = models.CharField(max_length=64, unique=True)
    tries = models.PositiveSmallIntegerField("pogingen", default=0)
    next_try = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField("wat er misging", max_length=40, blank=True)
    remote = models.JSONField(default=dict)
    url = models.CharField("adres", max_length=1000, blank=True)
    rests_on = models.JSONField("rust op", default=dict)
    sealed = models.BinaryField()  # {"text", "receipt"}: under the key of this publication (Ref "publicatie")
    circulation = models.PositiveIntegerField("oplage", null=True, blank=True)
    made_at = models.DateTimeField("gemaakt")
    published_at = models.DateTimeField("geplaatst", null=True, blank=True)
    judged_at = models.DateTimeField("laatst beoordeeld", null=True, blank=True)
    down_at = models.DateTimeField("weg sinds", null=True, blank=True)
    down_because = models.CharField("omdat", max_length=40, blank=True)
    back_until = models.DateTimeField("terug te zetten tot", null=True, blank=True)
    must_go_by = models.DateTimeField("moet weg voor", null=True, blank=True)
    proof = models.CharField("bewijs", max_length=300, blank=True)
    proof_kept = models.BooleanField("afbeelding als bewijs", default=False)  # enciphered beside the database

    class Meta:
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        ordering = ("-made_at",)
        indexes = (models.Index(fields=("school", "state")), models.Index(fields=("state", "next_try")))


class PublishedPicture(Row):
    """A clean picture as it went out, and the hashes by which it is found again: its own and the original's."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="pictures")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, default="foto")
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    hashes = models.JSONField(default=list)
    original_hashes = models.JSONField(default=list)
    sealed_alt = models.BinaryField(null=True)
    gone_at = models.DateTimeField("bestand weg", null=True, blank=True)

    class Meta:
        verbose_name = "beeld in een publicatie"
        verbose_name_plural = "beelden in publicaties"
        ordering = ("order",)
