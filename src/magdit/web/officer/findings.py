"""What is wrong with a journal, in words of a page. The terminal has its own in `wording/journal`."""

from __future__ import annotations

from django.utils.translation import gettext as _

from magdit.areas.journal.finding import Finding


def finding_told(finding: Finding) -> str:
    """One sentence for one finding: which lines, and what."""
    what = _what(finding.code)
    if not finding.first:
        return what
    if finding.first >= finding.last:
        return _("Regel %(first)s: %(what)s") % {"first": finding.first, "what": what}
    return _("Regel %(first)s tot en met %(last)s: %(what)s") % {
        "first": finding.first,
        "last": finding.last,
        "what": what,
    }


def _what(code: str) -> str:
    told = {
        "changed": _("na het schrijven veranderd."),
        "moved": _("sluit niet aan op de regel ervoor."),
        "removed": _("weggehaald."),
        "rewritten": _("een andere dan toen geschreven werd: het merk buiten de database is anders."),
        "told_otherwise": _("een andere dan in het bericht dat u bewaarde."),
        "cut": _("van het einde afgehaald."),
        "double": _("staat er dubbel of op een verkeerde plaats."),
        "unreadable": _("zo beschadigd dat de database haar niet meer kan lezen."),
        "chain": _("klopt niet met waar de keten zegt te zijn."),
        "key_missing": _("verwijst naar een sleutel die er niet meer is."),
        "key_gone": _("De sleutel van een dossier is leeg, maar nergens staat dat hij vernietigd is."),
        "key_back": _("De sleutel van een dossier is vernietigd, en toch is hij terug."),
        "key_broken": _("De sleutel van een dossier is veranderd, of hoort bij andere hoofdsleutels."),
        "keys_unreadable": _("De sleutels zijn niet meer allemaal te lezen."),
    }
    return told.get(code, code)
