"""The bricks of our JSON Schema: closed tables, one or a list, unknown as null, and a list of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from magdit.words.vocabulary import Vocabulary

Schema = dict[str, Any]
NOT_TOLD: Schema = {"type": "null"}
LIST = "lijst_"


def closed(properties: Mapping[str, Schema], needed: Iterable[str] = ()) -> Schema:
    """A table with these keys and no others."""
    table: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    required = list(needed)
    return table | {"required": required} if required else table


def described(schema: Schema, description: str) -> Schema:
    """The same schema, with what a reader is asked."""
    return {"description": description, **schema}


def ref(name: str) -> Schema:
    """A part that is spelled out once, under `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def words_ref(name: str) -> Schema:
    """A word of this list. The prefix keeps a pack's own list apart from our other parts."""
    return ref(f"{LIST}{name}")


def one_or_more(schema: Schema, *, most: int | None = None) -> tuple[Schema, Schema]:
    """One of these, or a list of them."""
    many: Schema = {"type": "array", "items": schema}
    return (schema, many if most is None else many | {"maxItems": most})


def known_or_not(forms: Iterable[Schema]) -> Schema:
    """One of these forms, or null: the same as leaving the key out."""
    return {"anyOf": [*forms, NOT_TOLD]}


def word_enum(words: Vocabulary) -> Schema:
    """A closed list: its codes, and apart from them the other spellings that are understood."""
    codes = [word.code for word in words]
    also = [spelling for word in words for spelling in word.also if spelling not in codes]
    shown = ", ".join(f"{word.code} ({word.dutch})" if word.code != word.dutch else word.code for word in words)
    parts: list[Schema] = [{"title": "codes", "enum": codes}]
    if also:
        parts.append({"title": "andere schrijfwijzen", "enum": list(dict.fromkeys(also))})
    about = f"Een van: {shown}. Hoofdletters, spaties en streepjes doen er niet toe."
    return {"title": words.name, "description": about, "anyOf": parts}
