"""Refusals about consents, rounds and texts."""

SENTENCES: dict[str, str] = {
    "unknown_protocol": "Deze school werkt met het protocol '{protocol}', maar dat is er niet. Er is: {known}."
    " Zet bij de school een protocol dat er is.",
    "broken_protocol": "Het protocol '{protocol}' van deze school is niet te lezen, dus er is geen antwoord."
    " Er staat iets fout: {mistake}",
    "no_school": "Deze persoon hoort bij geen school van het bestuur, dus er is niets te vragen. Zet eerst een rol bij"
    " een school.",
    "only_people_answer": "Een antwoord geeft een ouder, een leerling of een medewerker zelf. De computer kan"
    " dat niet.",
    "not_your_child": "U staat niet als ouder of verzorger bij deze leerling. Er is niets veranderd. Klopt dat niet?"
    " Vraag het aan de administratie van de school.",
    "no_say_any_more": "U beslist niet (meer) over deze leerling, volgens wat de school weet. Er is niets veranderd."
    " Klopt dat niet? Vraag het aan de administratie van de school.",
    "authority_unknown": "De school weet nog niet of deze ouder of verzorger het gezag heeft over de leerling."
    " Een ja zou daarom niet tellen. Er is niets veranderd. Laat de administratie van de school het gezag opschrijven."
    " Nee zeggen kan wel.",
    "not_your_turn": "Hierover beslist nu: {who}. Uw antwoord zou niet tellen. Er is niets veranderd.",
    "nobody_signs": "Het protocol van deze school vraagt hier een ja van de ouders. Vanaf 18 jaar beslissen ouders niet"
    " meer, en het protocol zegt niet wie dan ja zegt. De school doet dit daarom niet. Een nee kan wel.",
    "only_on_paper": "Een ja hiervoor telt op deze school alleen op papier. Vraag de school om het formulier. Nee"
    " zeggen kan wel hier.",
    "not_about_this_person": "Deze vraag is niet bedoeld voor deze persoon. Er is niets veranderd.",
    "answer_in_administration": "De toestemmingen van {school} staan in de leerlingadministratie. Een ja geeft u"
    " daar; hier komt het vanzelf over. Nee zeggen of een ja intrekken kan ook hier en telt meteen. Verander het dan"
    " daarna ook in de leerlingadministratie.",
    "no_longer_asked": "Deze vraag stelt de school niet meer. Een ja is niet nodig; een nee kan wel.",
    "no_yes_needed": "Hiervoor vraagt de school geen ja. Wilt u het niet, zeg dan nee.",
    "never_asked": "Dit doet de school niet, ook niet met een ja ({clauses}). Er is niets veranderd.",
    "no_text": "Bij '{item}' staat nog geen tekst, dus niemand kan weten waar het ja over gaat. Schrijf"
    " eerst de tekst.",
    "nothing_to_renew": "U zei hier nog niet eerder ja op, dus er is niets om te vernieuwen. Geef gewoon antwoord.",
    "paper_in_future": "De datum op het papier ligt na vandaag. Controleer de datum.",
    "paper_too_early": "De datum op het papier ligt voor {first}. Dat is te vroeg: de leerling was nog niet geboren, of"
    " het is voor 2000. Er is niets bewaard. Controleer de datum.",
    "paper_too_old": "Deze persoon gaf hierover later al een ander antwoord, op {day}. Een ouder papier verandert dat"
    " niet. Vraag zo nodig een nieuw papier.",
    "no_scan": "Er is geen scan bij dit papier. Voeg de scan toe (pdf, png of jpeg).",
    "scan_too_big": "De scan is groter dan {most} MB. Scan het papier opnieuw, in zwart-wit of met minder punten.",
    "not_a_scan": "Dit bestand is geen pdf, png of jpeg. Scan het papier opnieuw.",
    "scan_cut_off": "Dit bestand is niet heel: er staat geen bladzijde in. Scan het papier opnieuw.",
    "paper_empty": "Er is nog niets ingevuld. Kies bij minstens één vraag wat er op het papier staat.",
    "scan_gone": "Deze scan is er niet meer, of is niet te openen.",
    "not_a_mirror": "{school} houdt de toestemmingen hier bij en neemt ze niet over uit de leerlingadministratie."
    " Zet dat eerst aan bij de school.",
    "mirror_in_future": "De gegevens zouden van {day} zijn, en dat is later dan vandaag. Controleer de datum.",
    "mirror_older": "Er is al een nieuwere stand, van {day}. Een oudere overnemen zou een nee kunnen wissen.",
    "mirror_who": "In de stand staat een antwoord van of over iemand die niet bij {school} hoort. Er is niets"
    " overgenomen.",
    "may_not_be_shown": "Dit mag niet getoond worden: van iemand is er geen geldig ja. Er is niets geplaatst.",
    "not_at_this_school": "Van iemand in deze publicatie is niet bekend dat die bij {school} hoort of hoorde. Er is"
    " niets geplaatst. Kijk of de juiste persoon is gekozen.",
    "nothing_of_them": "Zeg wat er van de mensen in de publicatie zit: {known}. Er is niets geplaatst.",
    "covers_unknown": "'{given}' kennen we niet als iets van een persoon. Kies uit: {known}. Er is niets geplaatst.",
    "channel_unknown": "Het kanaal '{channel}' kent {school} niet. Er is niets geplaatst.",
    "purpose_unknown": "Voor het doel '{purpose}' vraagt {school} op dit kanaal niets. Er is niets geplaatst. Kies een"
    " doel uit de vragen van de school, of noem er geen.",
    "shown_already": "Deze persoon staat al in deze publicatie.",
    "no_proof": "Schrijf op waaraan te zien is dat het weg is, zoals het adres dat niet meer werkt.",
    "done_already": "Deze taak is al gedaan.",
}
