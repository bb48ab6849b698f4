"""The rows of drafts. What was written and shown is enciphered under the key of the draft (Ref "bericht")."""

from __future__ import annotations

from django.db import models

from magdit.areas.drafts.models_asked import Approval, AskingRules, Doubt, FamilyQuestion, FamilyRequest, StandIn, Turn
from magdit.areas.drafts.models_keeping import KeepingTerms
from magdit.areas.drafts.models_out import Publication, PublishedPicture
from magdit.areas.people.models import Board, Group, Person, Row, School
from magdit.areas.registers.models import ChannelAccount

__all__ = [
    "Approval", "AskingRules", "Doubt", "Draft", "FamilyQuestion", "FamilyRequest", "KeepingTerms", "Picture",
    "Publication", "PublishedPicture", "StandIn", "Turn",
]  # fmt: skip

STATES = [
    ("concept", "concept"), ("ter_goedkeuring", "wacht op goedkeuring"), ("goedgekeurd", "goedgekeurd"),
    ("ingepland", "ingepland"), ("geplaatst", "geplaatst"), ("weggegooid", "weggegooid"), ("verlopen", "verlopen"),
]  # fmt: skip
LOOKS = [("wacht", "wordt bekeken"), ("gezien", "bekeken"), ("niet_bekeken", "niet bekeken")]
OPEN, HIDDEN, PERSON, WITH_CONSENT = FATES = ("open", "verborgen", "persoon", "toestemming")  # said of a face


class Draft(Row):
    """A post on its way out. `version` goes up with every change: two who edit at once cannot overwrite each other.

    `told`: answers of people, {fact: {"value": …, "by": person id, "at": moment}}. `shortlist`: what the author said of
    each child without consent, {"medium", "group", "people": {person id: "nee" | "ja"}, "by", "at"}; of another medium
    or group it counts no longer. `mends`: what is left out before it goes out: "geluid". Places always are.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="drafts")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="drafts", verbose_name="school")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drafts", verbose_name="van")
    role = models.CharField("als", max_length=40)  # the role in which they hand it in
    state = models.CharField("staat", max_length=20, choices=STATES, default="concept")
    medium = models.CharField("medium", max_length=40, blank=True)
    account = models.ForeignKey(
        ChannelAccount, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts", verbose_name="account"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="groep"
    )
    for_school = models.BooleanField("namens de school", null=True, blank=True)
    purpose = models.CharField("doel", max_length=60, blank=True)
    planned = models.DateTimeField("gepland", null=True, blank=True)
    sealed = models.BinaryField(null=True)  # {"text": …, "alt": {picture id: …}}
    told = models.JSONField("gezegd", default=dict)
    shortlist = models.JSONField("nagekeken", default=dict)
    mends = models.JSONField("herstellen", default=list)
    made_at = models.DateTimeField("gemaakt")
    changed_at = models.DateTimeField("gewijzigd")
    edited_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("klaar", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ("-changed_at",)
        indexes = (models.Index(fields=("author", "state")), models.Index(fields=("school", "state")))


class Picture(Row):
    """A photo, film or recording of a draft; its file lies enciphered beside the database until `gone_at`.

    `faces`: [{"id", "x", "y", "w", "h", "score", "source": "gezien"|"getekend", "fate", "person", "by", "at"}] in
    upright pixels (of a film: one a track, with "from" and "to" in seconds).
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="pictures")
    order = models.PositiveSmallIntegerField("volgorde", default=0)
    kind = models.CharField("soort", max_length=10, choices=[("foto", "foto"), ("video", "film"), ("geluid", "geluid")])
    sealed_name = models.BinaryField()  # a file name may hold a child's name
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    has_sound = models.BooleanField(default=False)
    at_once = models.PositiveSmallIntegerField("gezichten tegelijk", default=0)  # of a film: at least so many people
    look = models.CharField("bekeken", max_length=20, choices=LOOKS, default="wacht")
    why_not = models.CharField(max_length=40, blank=True)
    faces = models.JSONField("gezichten", default=list)
    traces = models.JSONField("sporen", default=list)  # [[kind, where]]
    remarks = models.JSONField("opmerkingen", default=list)
    hashes = models.JSONField("kenmerken van het beeld", default=list)  # PDQ of the whole picture, never of a face
    clean = models.JSONField("schone kopie", default=dict)  # {"of", "sha256", "width", "height", "surprises", "hashes"}
    made_at = models.DateTimeField("toegevoegd")
    gone_at = models.DateTimeField("origineel weg", null=True, blank=True)

    class Meta:
        verbose_name = "beeld"
        verbose_name_plural = "beelden"
        ordering = ("order", "made_at")
