"""Refusals about people, roles and rights."""

SENTENCES: dict[str, str] = {
    "not_yours": "Dit hoort niet bij uw bestuur of school. Er is niets veranderd.",
    "no_right": "Dit mag alleen: {roles}. Er is niets veranderd. Vraag het aan de administratie van de school.",
}
