"""The small language in which packs say when a norm plays: parsed by us, never evaluated as code."""
