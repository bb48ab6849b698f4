"""Refusals about imports and exports."""

SENTENCES: dict[str, str] = {
    "import_astray": "{count} regels wijzen naar iemand of iets dat er niet is. Er is niets overgenomen. Herstel de"
    " lijst, of laat deze regels weg (in de opdracht: --sla-over).",
    "import_no_mapping": "De koppeling '{name}' is er niet. Zeg met --wat of het om leerlingen, verzorgers of"
    " toestemmingen gaat; dan stellen we een koppeling voor.",
    "mapping_unnamed": "Deze koppeling heeft geen naam die te lezen is. Er is niets bewaard. Geef een naam.",
    "import_other_mapping": "De koppeling '{name}' is voor {kind}. Kies een andere naam, of laat --wat weg.",
    "import_nobody_doubtful": "Bij '{key}' is geen twijfel, of is niet te kiezen. Controleer de sleutel.",
    "export_exists": "{path}: dit bestand bestaat al. Kies een andere naam.",
    "export_not_written": "{path}: hier is niet te schrijven. Kies een andere map.",
    "export_kind": "{path}: kies een naam die eindigt op .csv of .xlsx.",
    "export_nothing": "Er is niets om uit te voeren.",
    "list_too_big": "Dit bestand is groter dan {most} MB. Zo groot is geen lijst van een school. Er is niets bewaard."
    " Kijk of u het goede bestand koos.",
    "list_empty": "Dit bestand is leeg. Kies een ander bestand.",
    "list_of_tomorrow": "De dag van de lijst ligt na vandaag. Controleer de dag.",
    "list_gone": "Deze lijst is er niet meer. Lever haar opnieuw in.",
    "list_over": "Deze lijst is al klaar. Er is niets veranderd. Lever een nieuwe lijst in als dat nodig is.",
    "list_busy": "Met deze lijst is magdit nog bezig. Wacht tot dat klaar is.",
    "list_other_busy": "Er wordt al een andere lijst van deze school overgenomen. Wacht tot die klaar is en doe het dan"
    " opnieuw.",
    "list_not_looked": "Laat eerst zien wat er verandert. Daarna kunt u het overnemen.",
    "list_no_mapping": "De koppeling '{name}' is er niet meer. Kies een andere.",
    "list_other_mapping": "De koppeling '{name}' is voor {kind}. Kies een andere, of kies een andere soort lijst.",
    "list_differs": "Intussen is er in het register iets veranderd. Er is niets overgenomen. Kijk opnieuw wat er"
    " verandert.",
}
