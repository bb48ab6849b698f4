"""A form that knows which version of a row it was shown with, so that two who edit at once hear of each other."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from magdit.areas.journal.refused import Refused
from magdit.web.room import said_here


class Versioned(forms.Form):
    """Carries the version along, unseen."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def seen(self) -> int:
        """The version that this form was shown with; -1, which no row has, when that was left out."""
        given = self.cleaned_data["seen_version"]
        return -1 if given is None else int(given)

    def now_seen(self, version: int) -> None:
        """From here on this version was seen: it stands on the page beside what was typed."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen_version"] = str(version)
        self.data = data

    def refuse(self, refused: Refused, fields: Mapping[str, str], *, now: int | None = None) -> None:
        """Say what was refused beside the field that it is about, by its code; what was typed stays.

        `now`: the version of the row. Who hears that another changed it, and sends the form again, means it.
        """
        field = fields.get(refused.code)
        self.add_error(field if field in self.fields else None, said_here(refused))
        if refused.code == "changed_meanwhile" and now is not None:
            self.now_seen(now)
