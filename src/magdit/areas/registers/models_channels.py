"""Where a school publishes: its accounts and pages on a medium, and what was agreed with the platform."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import Board, Person, Row, School, choices
from magdit.words.circumstances import AUDIENCES

STATES = [("aangevraagd", "aangevraagd"), ("in_gebruik", "in gebruik"), ("gesloten", "gesloten")]
AGREEMENTS = [("geen", "geen afspraken"), ("in_onderzoek", "wordt uitgezocht"), ("gemaakt", "afspraken gemaakt")]
KINDS = [("account", "account"), ("pagina", "pagina"), ("groep", "groep"), ("blad", "blad op papier")]


class ChannelAccount(Row):
    """An account, page or paper of a school (or of the whole board) on a medium. No private account is ever listed.

    `connector`: how magdit publishes there; "hand" when a person does. `sealed`: what it signs in with, enciphered.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="channels", verbose_name="bestuur")
    school = models.ForeignKey(
        School, null=True, blank=True, on_delete=models.PROTECT, related_name="channels", verbose_name="school"
    )
    medium = models.CharField("medium", max_length=40)  # a board's packs may know more media than we do
    kind = models.CharField("soort", max_length=20, choices=KINDS, default="account")
    name = models.CharField("naam", max_length=120)
    address = models.CharField("adres", max_length=500, blank=True)
    audience = models.CharField("publiek", max_length=30, choices=choices(AUDIENCES), default="openbaar")
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="beheerder"
    )
    under = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pages", verbose_name="hoort bij"
    )  # the account with which a page or group is kept
    state = models.CharField("staat", max_length=20, choices=STATES, default="in_gebruik")
    agreement = models.CharField("afspraken met het platform", max_length=20, choices=AGREEMENTS, default="geen")
    agreed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="besloten door"
    )
    agreed_on = models.DateField("besloten op", null=True, blank=True)
    agreed_until = models.DateField("geldig tot en met", null=True, blank=True)
    connector = models.CharField("publiceren via", max_length=40, default="hand")
    settings = models.JSONField("instellingen", default=dict, blank=True)  # no secret in here
    sealed = models.BinaryField(null=True, editable=False)
    circulation = models.PositiveIntegerField("oplage", null=True, blank=True)  # of paper: cannot be taken back
    opened_on = models.DateField("sinds", null=True, blank=True)
    closed_on = models.DateField("gesloten op", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1, editable=False)

    class Meta:
        verbose_name = "account of pagina"
        verbose_name_plural = "accounts en pagina's"
        ordering = ("medium", "name")
        indexes = (models.Index(fields=("board", "state")),)

    def __str__(self) -> str:
        return self.name
