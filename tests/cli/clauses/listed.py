"""The clauses about tone and about images, school by school, as the protocols number them."""

TONE = {
    "osvs": ("III.3", "IV.6"),
    "ozhw": ("0.3", "1.4", "4.9e", "4.10"),
    "vsnon": ("U3", "U5", "2a", "9f"),
    "ouderportaalschool": ("L10", "L20", "L21", "K9", "K11", "O5", "O6"),
}
IMAGE = {
    "osvs": ("IV.M8",),
    "ozhw": ("3.4", "4.4", "5.3"),
    "verkruisen": ("10", "11"),
    "vsnon": ("2b",),
    "ouderportaalschool": ("L14",),
}


def pairs(listed: dict[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    return {(protocol, clause) for protocol, clauses in listed.items() for clause in clauses}
