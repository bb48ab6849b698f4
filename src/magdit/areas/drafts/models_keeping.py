"""How long a school keeps what was handed in. A proposal of ours where no law gives a term: no longer than needed."""

from __future__ import annotations

from django.db import models

from magdit.areas.people.models import School

PICTURE_DAYS, DRAFT_DAYS = 30, 60


class KeepingTerms(models.Model):
    """The terms of one school; a school without a row has those proposed here. Years are those of the board."""

    school = models.OneToOneField(School, on_delete=models.PROTECT, related_name="keeping", primary_key=True)
    picture_days = models.PositiveSmallIntegerField("originelen weg na (dagen)", default=PICTURE_DAYS)
    draft_days = models.PositiveSmallIntegerField("concept verloopt na (dagen zonder verandering)", default=DRAFT_DAYS)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "bewaartermijnen"
        verbose_name_plural = "bewaartermijnen"
