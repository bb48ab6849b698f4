"""Refusals about coming in: links, invitations, the second step."""

SENTENCES: dict[str, str] = {
    "link_unknown": "Deze link kennen we niet. Neem hem helemaal over uit de mail, of vraag een nieuwe link.",
    "link_used": "Deze link is al gebruikt: hij werkt één keer. Vraag een nieuwe link.",
    "link_expired": "Deze link is verlopen. Vraag een nieuwe link.",
    "link_replaced": "Na deze link is een nieuwere gestuurd. Gebruik de link uit de laatste mail, of vraag een nieuwe.",
    "link_closed": "Met deze link komt niemand meer binnen. Vraag de administratie van de school om toegang.",
    "mail_failed": "De mail kon niet worden verstuurd. Er is niets veranderd. Kijk het adres na, of probeer het later.",
    "not_to_invite": (
        "Een van deze mensen is hier niet uit te nodigen, of heeft al toegang. Niemand is uitgenodigd."
        " Kies opnieuw uit de lijst."
    ),
    "own_step": "Uw eigen tweede stap kunt u niet wissen. Er is niets veranderd. Vraag het een andere beheerder.",
    "no_step": "Hier is geen tweede stap om te wissen. Er is niets veranderd.",
}
