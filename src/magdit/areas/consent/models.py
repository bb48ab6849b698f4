"""The rows of consent: what is asked (items and their texts), when (rounds), and every answer ever given.

An answer is never changed: a later one of the same giver about the same item takes its place. What they mean together
is for `standing` to say, under the school's own protocol.
"""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, School, choices
from magdit.words.states import CONSENT_STATES, FORMS


class Item(Row):
    """One thing that is asked: a purpose on a channel, and what of the person it covers. Each answered apart."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="items", verbose_name="bestuur")
    code = models.SlugField("code", max_length=60)
    purpose = models.CharField("doel", max_length=60)
    channel = models.CharField("kanaal", max_length=40)  # a board's packs may know more channels than we do
    covers = models.JSONField("gaat over", default=list)  # codes of words.states.COVERS
    asked_of = models.CharField(
        "over", max_length=20, default="leerling", choices=[("leerling", "leerlingen"), ("medewerker", "medewerkers")]
    )
    basis = models.CharField(
        "grondslag", max_length=30, default="toestemming",
        choices=[("toestemming", "toestemming"), ("gerechtvaardigd_belang", "gerechtvaardigd belang, met bezwaar")],
    )  # fmt: skip
    pictogram = models.CharField("pictogram", max_length=40, blank=True)
    order = models.PositiveSmallIntegerField("volgorde", default=0)
    active = models.BooleanField("in gebruik", default=True)

    class Meta:
        verbose_name = "onderwerp"
        verbose_name_plural = "onderwerpen"
        ordering = ("order", "code")
        constraints = (models.UniqueConstraint(fields=("board", "code"), name="one_item_per_code"),)

    def __str__(self) -> str:
        return self.code


class ItemText(models.Model):
    """What was shown about an item, in one language and version. Never changed; `mark` is the hash of the words."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="texts", verbose_name="onderwerp")
    language = models.CharField("taal", max_length=8, default="nl")
    version = models.PositiveSmallIntegerField("versie")
    title = models.CharField("vraag", max_length=200)
    body = models.TextField("uitleg")
    why = models.TextField("waarom we het vragen", blank=True)
    made_at = models.DateTimeField("sinds")
    mark = models.CharField(max_length=64)
    translates = models.CharField(max_length=64, blank=True)  # the mark of the Dutch text that this translates

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        constraints = (models.UniqueConstraint(fields=("item", "language", "version"), name="one_text_per_version"),)

    def __str__(self) -> str:
        return f"{self.item} ({self.language}, versie {self.version})"


class Round(Row):
    """Asking everyone of a school, once a school year or once at all. Open from `opens` until `closes` (inside)."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="rounds", verbose_name="school")
    year = models.PositiveSmallIntegerField("schooljaar vanaf")
    opens = models.DateField("open vanaf")
    closes = models.DateField("open tot en met", null=True, blank=True)
    remind_after = models.PositiveSmallIntegerField("herinneren na (dagen)", default=10)
    most_reminders = models.PositiveSmallIntegerField("hoogste aantal herinneringen", default=3)

    class Meta:
        verbose_name = "ronde"
        verbose_name_plural = "rondes"
        constraints = (models.UniqueConstraint(fields=("school", "year"), name="one_round_per_year"),)


class Request(models.Model):
    """Someone was asked about one child (or themself), and reminded. Per child, never per family."""

    round = models.ForeignKey(Round, null=True, on_delete=models.PROTECT, related_name="requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="requests_about")
    asked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="requests_to")
    because = models.CharField(max_length=20, default="ronde")  # ronde, zestien, nieuw
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)  # nothing is asked any more: the child left, or someone else decides now

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        constraints = (
            models.UniqueConstraint(
                fields=("round", "person", "asked", "because"), name="asked_once", nulls_distinct=False
            ),
        )


class Letter(Row):
    """Something to be sent, and whether that worked. Written at the moment it leaves, from what stands then."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField("soort", max_length=20)  # vraag, herinnering, zestien
    made_at = models.DateTimeField("gemaakt")
    sent_at = models.DateTimeField("verstuurd", null=True)
    tried = models.PositiveSmallIntegerField("pogingen", default=0)
    failed = models.CharField("ging mis", max_length=60, blank=True)  # a code, never an address

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = (models.Index(fields=("sent_at",)),)


class Scan(Row):
    """A paper answer, as the office took it in. The file lies enciphered beside the database, under their key."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    path = models.CharField(max_length=200)
    mark = models.CharField(max_length=64)
    media_type = models.CharField(max_length=60)
    taken_in_at = models.DateTimeField()


class Answer(Row):
    """One answer of one giver about one person and one item. `role` is the role in which they answered."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="answers", verbose_name="onderwerp")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="answers", verbose_name="over")
    giver = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="answers_given", verbose_name="van"
    )  # empty: the pupil administration did not say who
    school = models.ForeignKey(
        School, null=True, on_delete=models.PROTECT, related_name="answers", verbose_name="voor school"
    )  # a yes counts at this school only, a no everywhere; empty: for the whole board
    role = models.CharField("als", max_length=20)  # ouder, voogd, leerling, zelf
    state = models.CharField("staat", max_length=20, choices=choices(CONSENT_STATES))
    at = models.DateTimeField("op")
    until = models.DateField("tot en met", null=True, blank=True)
    form = models.CharField("vorm", max_length=20, choices=choices(FORMS))
    text = models.ForeignKey(ItemText, null=True, on_delete=models.PROTECT, verbose_name="onder deze tekst")
    language = models.CharField("taal", max_length=8, default="nl")
    round = models.ForeignKey(Round, null=True, on_delete=models.PROTECT)
    source = models.CharField("bron", max_length=20, default="eigen")  # eigen, papier, spiegel
    as_of = models.DateField("stand van", null=True)  # of a mirrored answer: the day of the export
    scan = models.ForeignKey(Scan, null=True, on_delete=models.PROTECT)
    entered_by = models.CharField("ingevoerd door", max_length=64)  # opaque id of the actor
    number = models.PositiveBigIntegerField("volgnummer")  # order of arrival per person, since clocks may tie

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = (models.UniqueConstraint(fields=("person", "number"), name="answers_in_order"),)
        indexes = (models.Index(fields=("item", "person", "giver")),)

    def __str__(self) -> str:
        return f"antwoord over {self.item} van {self.at:%d-%m-%Y}"
