"""The rows of what waits for someone's word: doubts, approvals, questions to parents; and who stands in for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models

from magdit.areas.people.models import Person, Row, School

TURNS = [
    ("publicatie", "publicatie weghalen"), ("persoon", "iemand weghalen"), ("archief", "oud bericht weghalen"),
    ("bericht", "gepland bericht van wie weg is"),
]  # fmt: skip


class Asked(Row):
    """Waits for one person, until a moment; then for their deputy, and then for one level up.

    `ladder`: [[role, clause]], as the protocol named them when it was asked; `rung`: how far up. `via`: [{"person",
    "role", "why", "at"}] whom it went past.
    """

    asked_role = models.CharField("gevraagd aan", max_length=40)
    asked = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="%(class)ss_to_answer")
    ladder = models.JSONField(default=list)
    rung = models.PositiveSmallIntegerField("trede", default=0)
    via = models.JSONField("langs", default=list)
    made_at = models.DateTimeField("gesteld")
    due = models.DateTimeField("antwoord voor")
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Waiting(Asked):
    """A question about a draft. `digest`: the mark of what was shown; an answer is about nothing else.

    `about`: the leaves and judgements that the protocol asks of another here. `kind`: its word in an address.
    """

    kind: ClassVar[str]

    draft = models.ForeignKey("drafts.Draft", on_delete=models.CASCADE, related_name="%(class)ss")
    digest = models.CharField(max_length=64)
    about = models.JSONField("waarover", default=list)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField("beantwoord", null=True, blank=True)
    withdrawn_at = models.DateTimeField("ingetrokken", null=True, blank=True)

    class Meta:
        abstract = True


class Doubt(Waiting):
    """A question about a draft to who the protocol names; what was asked and answered is enciphered."""

    kind = "twijfel"

    clause = models.CharField("artikel", max_length=40, blank=True)
    outcome = models.CharField(
        "antwoord", max_length=20, blank=True, choices=[("mag", "mag"), ("mag_niet", "mag niet"), ("anders", "pas aan")]
    )
    sealed = models.BinaryField()  # {"question": …, "answer": …}
    precedent = models.TextField("als voorbeeld, zonder namen", blank=True)
    precedent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "twijfel"
        verbose_name_plural = "twijfels"
        ordering = ("made_at",)
        indexes = (models.Index(fields=("asked", "answered_at")),)


class Approval(Waiting):
    """A decision about one version of a draft: `digest` is of all that would go out; another one needs another."""

    kind = "goedkeuring"

    outcome = models.CharField(
        "besluit", max_length=20, blank=True, choices=[("goed", "goedgekeurd"), ("terug", "teruggestuurd")]
    )
    sealed = models.BinaryField()  # {"note": …, "was": what the post looked like}

    class Meta:
        verbose_name = "goedkeuring"
        verbose_name_plural = "goedkeuringen"
        ordering = ("made_at",)
        indexes = (models.Index(fields=("asked", "answered_at")),)


class FamilyRequest(Waiting):
    """A parent asks the school to ask other parents. `children`: whom they named; the school says who it is to be."""

    kind = "ouders"

    children = models.JSONField("kinderen", default=list)
    outcome = models.CharField(
        "besluit", max_length=20, blank=True, choices=[("gevraagd", "gevraagd"), ("niet", "niet gevraagd")]
    )

    class Meta:
        verbose_name = "vraag via de school"
        verbose_name_plural = "vragen via de school"


WAITING: Mapping[str, type[Waiting]] = {one.kind: one for one in (Doubt, Approval, FamilyRequest)}


class FamilyQuestion(Row):
    """Asked through the school: may your child be shown in this? Silence is no. Nobody sees an address."""

    draft = models.ForeignKey("drafts.Draft", on_delete=models.CASCADE, related_name="family_questions")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="family_questions")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField("gevraagd")
    until = models.DateTimeField("antwoord voor")
    answered_at = models.DateTimeField("beantwoord", null=True, blank=True)
    yes = models.BooleanField("ja", null=True, blank=True)

    class Meta:
        verbose_name = "vraag aan een ouder"
        verbose_name_plural = "vragen aan ouders"
        constraints = (models.UniqueConstraint(fields=("draft", "child", "asked"), name="family_asked_once"),)


class Turn(Asked):
    """Whose turn it is to do something about `subject`: take it down, or say what becomes of a post that is held.

    `owner`: who answers for the account that it is about; they stand on the ladder as `eigenaar`.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="turns")
    kind = models.CharField("wat", max_length=20, choices=TURNS)
    subject = models.UUIDField("waarover", unique=True)
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("klaar", null=True, blank=True)

    class Meta:
        verbose_name = "beurt"
        verbose_name_plural = "beurten"
        indexes = (models.Index(fields=("asked", "ended_at")), models.Index(fields=("school", "ended_at")))


class StandIn(Row):
    """Who answers for someone: when they are away (until and with a day), and when they let a term pass."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="stand_in")
    deputy = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stands_in_for", verbose_name="vervanger")
    away_until = models.DateField("afwezig tot en met", null=True, blank=True)
    set_at = models.DateTimeField("gezet")

    class Meta:
        verbose_name = "vervanger"
        verbose_name_plural = "vervangers"


class AskingRules(Row):
    """How a school has posts approved, and how long an answer may take. No row: nobody approves, two school days."""

    school = models.OneToOneField(School, on_delete=models.CASCADE, related_name="asking_rules")
    days = models.PositiveSmallIntegerField("antwoord binnen (schooldagen)", default=2)
    family_days = models.PositiveSmallIntegerField("antwoord van ouders binnen (schooldagen)", default=5)
    when = models.CharField(
        "goedkeuring", max_length=10, default="nooit",
        choices=[("nooit", "niet nodig"), ("altijd", "voor elk bericht"), ("media", "voor deze media")],
    )  # fmt: skip
    media = models.JSONField("media", default=list)
    role = models.CharField("door", max_length=40, default="schoolleiding")
    remover = models.CharField("wie haalt weg", max_length=40, blank=True)  # empty: who looks after the account

    class Meta:
        verbose_name = "afspraken over goedkeuren"
        verbose_name_plural = "afspraken over goedkeuren"
