"""Drafts of every kind, to be handed in at every door: with and without photos, under every protocol."""

from __future__ import annotations

from datetime import datetime

from tests.journeys.doors.given import HIDDEN_WELL, NOBODY, ONLY, ORDINARY, Given, Shows

CALM = "De musical is vrijdag om zeven uur."
HARSH = "Wat een stelletje idioten, die ouders van groep 5."
PRIVATE = {"account": "prive", "hoedanigheid": "persoonlijk", **ORDINARY}
YES = (("mother", "ja", "website"), ("father", "ja", "website"))
NO = (("mother", "nee", "website"),)
NOORS = (("noor",),)
BOTH = (("noor", "sem"),)
NOOR_1, SEM_2 = Shows("noor", 1, 1), Shows("sem", 1, 2)
HIDDEN = Shows("noor", 1, 1, hidden=True)

DRAFTS = (
    Given("a plain announcement", text=CALM),
    Given("a phone number", text="Bel Noor van Dijk op 06-12345678."),
    Given("a first name", text="Noor won de voorleeswedstrijd."),
    Given("a name with a yes for it", text="Noor van Dijk won.", said=YES),
    Given("an insult of a parent", protocol="ozhw", role="ouder", medium="whatsapp", text=HARSH, for_school=False),
    Given("an insult of a pupil", protocol="ouderportaalschool", role="leerling", medium="whatsapp", text=HARSH,
          for_school=False),
    Given("a teacher on a private account", protocol="vsnon", medium="facebook", text=CALM, for_school=False,
          facts=PRIVATE),
    Given("Polish", text="Wczoraj wszyscy uczniowie pojechali na wycieczkę do lasu i świetnie się bawili."),
    Given("nobody in the photo", photos=(("nobody",),), ticks=frozenset({NOBODY})),
    Given("a photo of nobody that nobody said so of", photos=(("nobody",),)),
    Given("a face that nobody named", photos=NOORS),
    Given("Noor with a yes", photos=NOORS, shows=(NOOR_1,), said=YES),
    Given("Noor with a no", photos=NOORS, shows=(NOOR_1,), said=NO),
    Given("Noor without an answer", photos=NOORS, shows=(NOOR_1,)),
    Given("Noor with a yes of one parent, elsewhere", protocol="verkruisen", photos=NOORS, shows=(NOOR_1,),
          said=YES[:1]),
    Given("Noor with a yes for another channel", medium="instagram", photos=NOORS, shows=(NOOR_1,), said=YES),
    Given("two pupils of whom one has a yes", photos=BOTH, shows=(NOOR_1, SEM_2), said=YES),
    Given("two pupils with a yes each", photos=BOTH, shows=(NOOR_1, SEM_2), said=(*YES, ("sem", "ja", "website"))),
    Given("Noor somewhere in it", protocol="ozhw", photos=BOTH, shows=(Shows("noor"),), said=YES),
    Given("who looked and saw nobody without a yes", photos=BOTH, ticks=frozenset({ONLY}), said=YES),
    Given("Noor on two photos", photos=(("noor",), ("sem", "noor")), shows=(NOOR_1, Shows("noor", 2, 2)), said=YES),
    Given("the purpose that was said yes to", photos=NOORS, shows=(NOOR_1,), said=YES, purpose="school_laten_zien"),
    Given("another purpose than was said yes to", photos=NOORS, shows=(NOOR_1,), said=YES,
          purpose="nieuws_eigen_groep"),
    Given("after the school year for which the yes was", photos=NOORS, shows=(NOOR_1,), said=YES,
          moment=datetime(2026, 8, 20, 14, 0)),
    Given("in the evening", protocol="ozhw", text=CALM, moment=datetime(2026, 3, 3, 23, 30)),
    Given("a photo in the parent portal", protocol="ouderportaalschool", medium="ouderportaal", photos=NOORS,
          shows=(NOOR_1,), said=YES),
    Given("a photo and an insult", protocol="vsnon", photos=(("nobody",),), ticks=frozenset({NOBODY}), text=HARSH),
    Given("a teacher in the photo", protocol="osvs", photos=(("sem",),), shows=(Shows("bram", 1, 1),)),
)  # fmt: skip
HIDING = (
    Given("Noor hidden", photos=NOORS, shows=(HIDDEN,), said=NO),
    Given("Noor hidden, and nobody knows her any more", photos=NOORS, shows=(HIDDEN,), said=NO,
          ticks=frozenset({HIDDEN_WELL})),
    Given("Noor hidden beside Sem", photos=BOTH, shows=(HIDDEN, SEM_2),
          said=(*NO, ("sem", "ja", "website")), ticks=frozenset({HIDDEN_WELL})),
)  # fmt: skip
