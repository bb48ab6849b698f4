"""Why something was found in words, as a teacher reads it: one sentence for each reason code of a finder.

The sentence names no word of the text and no value of a number: those may be secret, and the place is told beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from magdit.check.text.finding import Finding
from magdit.wording.findings import KINDS

WHY: Mapping[str, str] = {
    # people
    "roster_full_name": "voornaam en achternaam staan op de lijst van de school",
    "roster_full_name_of_words": "staat op de lijst, maar kunnen ook gewone woorden zijn",
    "roster_first_name": "deze voornaam staat op de lijst van de school",
    "roster_name_after_title": "achter een aanspreking, en de naam staat op de lijst van de school",
    "roster_small_name": "een verkleinde vorm van een naam op de lijst",
    "roster_initials": "voorletter en achternaam passen bij iemand op de lijst",
    "roster_name_and_initial": "voornaam en beginletter van de achternaam passen bij iemand op de lijst",
    "roster_surname": "deze achternaam staat op de lijst van de school",
    "roster_surname_after_title": "achter een aanspreking, en de achternaam staat op de lijst",
    "also_a_word": "staat op de lijst, maar is ook een gewoon woord",
    "part_of_other_name": "staat op de lijst, maar is hier een deel van een andere naam",
    "other_surname": "de voornaam staat op de lijst, maar met een andere achternaam",
    "other_first_name": "de achternaam staat op de lijst, maar met een andere voornaam",
    "other_initials": "de achternaam staat op de lijst, maar met andere voorletters",
    "several_people": "deze naam staat op de lijst van de school",
    "perhaps_a_figure": "staat op de lijst, maar de zin gaat over een verhaal, een knuffel of een dier",
    "roster_nickname": "mensen met een naam op de lijst worden vaak zo genoemd",
    "roster_slip": "scheelt een letter met een naam op de lijst",
    "roster_in_a_tag": "een voornaam van de lijst zit in dit woord",
    "roster_disguised": "leest als een naam op de lijst, anders geschreven",
    "named_elsewhere": "dezelfde naam staat ook ergens anders in deze tekst",
    "stranger_full_name": "heeft de vorm van een voornaam met een achternaam; niet op de lijst",
    "stranger_surname": "heeft de vorm van een achternaam; niet op de lijst",
    "stranger_first_name": "een bekende voornaam; niet op de lijst",
    "stranger_after_title": "staat achter een aanspreking; niet op de lijst",
    "stranger_initials": "voorletters met een achternaam; niet op de lijst",
    "stranger_near_person": "staat op een plek waar een naam hoort; niet op de lijst",
    "stranger_in_a_tag": "een voornaam zit in dit woord; niet op de lijst",
    # contact data and numbers
    "email": "heeft de vorm van een e-mailadres",
    "email_written_out": "een e-mailadres in woorden",
    "url": "heeft de vorm van een webadres",
    "handle": "een accountnaam met @",
    "handle_after_platform": "staat achter de naam van een platform",
    "phone": "een geldig telefoonnummer",
    "phone_unsure": "kan een telefoonnummer zijn",
    "iban": "een rekeningnummer waarvan het controlegetal klopt",
    "iban_mistyped": "lijkt op een rekeningnummer, maar het controlegetal klopt niet",
    "bsn": "een nummer dat klopt als burgerservicenummer, en dat staat erbij",
    "bsn_mistyped": "er staat bij dat het een burgerservicenummer is, maar het klopt niet",
    "bsn_by_check_digit": "een nummer dat als burgerservicenummer klopt",
    "postcode": "heeft de vorm van een postcode",
    "postcode_lower_case": "heeft de vorm van een postcode, in kleine letters",
    "address": "een straat met een huisnummer",
    "street_alone": "een straat waar iemand woont",
    "postcode_neighbour": "een postcode van over de grens, bij een straat of een plaats",
    "plate": "heeft de vorm van een kenteken",
    "plate_without_dashes": "kan een kenteken zijn, zonder streepjes geschreven",
    "birth_date": "een datum, en er staat bij dat iemand toen geboren is",
    "birthday": "een verjaardag",
    "pupil_number": "een nummer van een leerling",
    "pupil_number_on_roster": "dit nummer staat op de lijst van de school",
    # results, health, logins
    "result": "een cijfer, een niveau of een uitslag van een toets",
    "result_of": "een cijfer, niveau of advies dat bij een naam staat",
    "result_words": "gaat over hoe iemand op een toets scoorde",
    "health": "gaat over de gezondheid van iemand, of over iets anders dat gevoelig ligt",
    "illness": "noemt een ziekte of beperking",
    "special_data": "gaat over iemands geloof, afkomst, liefde of verleden",
    "credential": "een wachtwoord of inlogcode",
    "credential_said": "er wordt een wachtwoord of code gezegd",
    "login_and_password": "een inlognaam met een wachtwoord",
    # marks
    "mark": "er staat bij dat het vertrouwelijk is",
    "said": "er staat bij dat dit niet voor iedereen is",
    "embargo": "er ligt een embargo op",
    "asked": "er wordt gevraagd dit niet verder te delen",
    "inside": "er staat dat dit voor een kleine kring is, of nog niet naar buiten mag",
    "drugs": "gaat over drugs, en niet als les of waarschuwing",
    "drink": "gaat over veel of gezellig drinken, en niet als les of waarschuwing",
    "extreme": "een leus die uiterst politiek of godsdienstig kan zijn",
    "about_person": "een ongunstig oordeel over iemands werk of aard",
    "secret": "er wordt gevraagd iets voor anderen geheim te houden",
    "apart": "er wordt gevraagd om apart of privé contact",
    "disclaimer": "er staat dat dit een eigen mening is",
    "disclaimer_half": "lijkt te zeggen dat dit een eigen mening is",
    "no_rights": "een voorbehoud, maar niet dat dit een eigen mening is",
    "employment": "er staat dat de schrijver bij de school werkt",
    "employment_hint": "hieruit blijkt mogelijk dat de schrijver bij de school werkt",
    "on_behalf": "er staat dat dit namens de school is",
    "rights": "een teken of zin die zegt dat er rechten op rusten",
    "credit": "er staat bij wie het heeft gemaakt",
    "forwarded": "een doorgestuurd bericht",
    "forwarded_words": "lijkt een bericht van iemand anders",
    # tone: a flag, never a verdict
    "tone_insult_word": "een woord dat bijna altijd een belediging is",
    "tone_insult_aimed": "een woord dat hier tegen iemand lijkt gezegd",
    "tone_insult_adjective": "een lelijk oordeel over iemand",
    "tone_insult_phrase": "een uitdrukking waarmee iemand wordt beledigd",
    "tone_threat": "lijkt op een bedreiging",
    "tone_threat_wish": "wenst iemand de dood of een ziekte toe",
    "tone_threat_call": "lijkt op een oproep tot geweld",
    "tone_nobody": "zegt dat niemand iemand mag, of dat iedereen tegen is",
    "tone_shut_out": "sluit iemand buiten",
    "tone_body": "maakt iemands uiterlijk belachelijk",
    "tone_slur": "een scheldwoord voor een groep mensen",
    "tone_against_group": "iets vijandigs over een hele groep mensen",
    "tone_own_country": "zegt dat mensen hier niet horen om waar ze vandaan komen of wie ze zijn",
    "tone_coarse_word": "een grof woord",
    "tone_coarse_aimed": "een grove uitdrukking tegen iemand",
    "tone_model": "het toonmodel van de school ziet hier iets in",
}


def why(finding: Finding) -> str:
    """The reason of this finding in a few words; a code without a sentence still says what kind of thing it is."""
    told = WHY.get(finding.reason.code, f"lijkt op: {KINDS[finding.type]}")
    count = dict(finding.reason.facts).get("count")
    return f"{told} ({count} mensen heten zo)" if count else told
