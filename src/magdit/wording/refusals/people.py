"""Refusals about people, roles and rights."""

AGAIN = "Er is niets veranderd."

SENTENCES: dict[str, str] = {
    "not_yours": f"Dit hoort niet bij uw bestuur of school. {AGAIN}",
    "no_right": f"Dit mag alleen: {{roles}}. {AGAIN} Vraag het aan de administratie van de school.",
    # names and what else is typed
    "name_missing": f"Er ontbreekt een naam. {AGAIN} Vul bij een mens de achternaam in, bij een instelling de naam.",
    "name_long": f"Bij {{field}} past niet meer dan {{most}} tekens. {AGAIN} Kort het in.",
    "name_sign": (
        f"Bij {{field}} staat een teken dat niet in een naam hoort, zoals een emoji of een cijfer. {AGAIN}"
        " Typ de naam opnieuw, met alleen letters, spaties, streepjes en apostrofs."
    ),
    "email_wrong": f"Dit is geen e-mailadres. {AGAIN} Schrijf het zo: naam@voorbeeld.nl.",
    "language_wrong": f"Deze taal kennen we niet. {AGAIN} Gebruik de code van de taal, zoals nl, en, ar of tr.",
    "born_wrong": f"Deze geboortedatum kan niet: hij ligt in de toekomst of voor 1900. {AGAIN} Kijk hem na.",
    "field_unknown": f"'{{field}}' bewaren we niet. {AGAIN} Laat het weg.",
    "choice_wrong": f"Bij {{field}} kan dit niet. {AGAIN} Kies uit: {{accepted}}.",
    "number_wrong": f"Dit getal kan niet. {AGAIN} Kies een getal van 1 tot en met {{most}}.",
    # two at once
    "changed_meanwhile": (
        f"Iemand anders heeft dit veranderd terwijl u bezig was. {AGAIN}"
        " Kijk wat er nu staat, en doe uw wijziging dan opnieuw als die nog nodig is."
    ),
    "already_so": f"Dit stond al zo. {AGAIN}",
    # boards and schools
    "board_exists": f"Dit bestuur is er al. {AGAIN}",
    "code_taken": f"Er is al een school met de korte naam '{{school}}'. {AGAIN} Kies een andere.",
    "code_wrong": (
        f"Deze korte naam kan niet. {AGAIN} Gebruik kleine letters, cijfers en streepjes, zoals 'de-linde'."
    ),
    "code_stays": f"De korte naam van een school blijft zoals hij is: ook uw opdrachten gebruiken hem. {AGAIN}",
    "brin_wrong": f"Dit is geen BRIN. {AGAIN} Schrijf het zo: 12AB of 12AB00.",
    # roles
    "role_unknown": f"Deze rol geeft magdit niet aan iemand van de school. {AGAIN} De rollen staan in docs/words.md.",
    "role_there": f"Deze persoon is hier al {{role}}. {AGAIN} Beëindig eerst die rol, of kies een andere dag.",
    "own_role": f"U kunt uzelf geen rol geven. {AGAIN} Vraag het een collega die dat mag.",
    "days_turned": f"De laatste dag ligt voor de eerste. {AGAIN} Kijk de datums na.",
    "has_left": f"Deze persoon is dan al vertrokken. {AGAIN} Kijk de datum van vertrek na.",
    # groups
    "group_there": f"Groep '{{group}}' is er dit schooljaar al. {AGAIN} Gebruik die, of kies een andere naam.",
    "year_wrong": f"Dit schooljaar kan niet. {AGAIN} Geef het jaar waarin het begint, zoals 2025.",
    "outside_year": f"Deze dag ligt niet in het schooljaar {{year}} van deze groep. {AGAIN} Kies een dag daarin.",
    "not_of_school": (
        f"Deze persoon heeft die dag geen passende rol op de school van deze groep. {AGAIN} Geef eerst de rol."
    ),
    "not_in_group": f"Deze persoon zit niet in deze groep. {AGAIN}",
    "in_group_already": f"Deze persoon zit al in deze groep. {AGAIN}",
    # guardians
    "bond_there": f"Deze verzorger staat al bij dit kind. {AGAIN} Verander het gezag, of beëindig eerst de band.",
    "guardian_there": (
        f"Bij deze leerling staat al iemand met deze naam. {AGAIN}"
        " Is het toch iemand anders? Vul dan ook het eigen e-mailadres van die persoon in."
    ),
    "own_guardian": f"Niemand is de verzorger van zichzelf. {AGAIN} Kies een ander.",
    "no_school": f"Dit kind staat op geen school ingeschreven. {AGAIN} Schrijf het eerst in.",
    "source_missing": (
        f"Bij gezag 'ja' of 'nee' hoort wie dat zei. {AGAIN}"
        " Vul in volgens wie, zoals 'beide ouders' of 'uitspraak van de rechter'."
    ),
    "day_long_ago": f"Deze dag kan niet: hij ligt voor de geboorte of voor 1900. {AGAIN} Kijk de datum na.",
    "day_future": f"Deze dag moet nog komen. {AGAIN} Kies vandaag of eerder.",
    "bond_over": f"Deze band is beëindigd. {AGAIN} Verbind de verzorger opnieuw, met wat nu van het gezag bekend is.",
    "ends_missing": f"Vul de laatste dag in: wat begonnen is, eindigt alleen. {AGAIN}",
    # moving, leaving, removing
    "not_to_move": f"Deze leerling kan daar niet heen: hij is nergens ingeschreven, of juist daar al. {AGAIN}",
    "day_wrong": f"Deze dag kan niet: op of na die dag begint nog een rol, of hij ligt te ver weg. {AGAIN}",
    "left_already": f"Deze persoon is al vertrokken. {AGAIN}",
    "still_shown": (
        "Deze persoon staat nog in {count} publicatie(s). Haal die eerst weg: de toestemmingen in het dossier zijn het"
        f" bewijs dat het mag. {AGAIN}"
    ),
    "has_not_left": f"Deze persoon is nog niet vertrokken. {AGAIN} Meld eerst het vertrek.",
    "too_soon": f"Dit dossier mag pas weg op {{day}}: zo lang bewaart uw bestuur het. {AGAIN}",
    "file_gone": f"Dit dossier is verwijderd: er is niets meer om te veranderen. {AGAIN}",
    # accounts
    "login_taken": f"Deze aanmeldnaam is al in gebruik. {AGAIN} Kies een andere, zoals het e-mailadres.",
    "login_wrong": f"Deze aanmeldnaam kan niet. {AGAIN} Gebruik 3 tot 200 tekens zonder spaties.",
    "account_closed": f"Een account gaat hier alleen dicht. {AGAIN} Geef voor een nieuwe toegang een nieuw account.",
    "password_weak": (
        f"Dit wachtwoord is te kort of te makkelijk te raden. {AGAIN} Kies ten minste 12 tekens, zoals vier woorden."
    ),
    # demo data
    "register_filled": (
        "Er staan al mensen in het register: daar zetten we geen verzonnen mensen bij. Er is niets veranderd."
        " Kies een lege map met MAGDIT_DATA."
    ),
    "demo_there": (
        "De verzonnen scholen staan er al. Er is niets veranderd. Wilt u opnieuw beginnen? Kies een lege map met"
        " MAGDIT_DATA."
    ),
}
