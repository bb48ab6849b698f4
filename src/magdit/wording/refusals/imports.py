"""Refusals about imports and exports."""

SENTENCES: dict[str, str] = {
    "import_astray": "{count} regels wijzen naar iemand of iets dat er niet is. Er is niets overgenomen. Herstel de"
    " lijst, of laat deze regels weg met --sla-over.",
    "import_no_mapping": "De koppeling '{name}' is er niet. Zeg met --wat of het om leerlingen, verzorgers of"
    " toestemmingen gaat; dan stellen we een koppeling voor.",
    "import_other_mapping": "De koppeling '{name}' is voor {kind}. Kies een andere naam, of laat --wat weg.",
    "import_nobody_doubtful": "Bij '{key}' is geen twijfel, of is niet te kiezen. Controleer de sleutel.",
    "export_exists": "{path}: dit bestand bestaat al. Kies een andere naam.",
    "export_not_written": "{path}: hier is niet te schrijven. Kies een andere map.",
    "export_kind": "{path}: kies een naam die eindigt op .csv of .xlsx.",
    "export_nothing": "Er is niets om uit te voeren.",
}
