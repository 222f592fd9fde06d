"""The seal of an entry: SHA-256 over everything in it and the seal of the entry before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

# What the first entry is sealed with
FIRST = "0" * 64

_SEALED = (
    "number",
    "actor",
    "actor_name",
    "address",
    "action",
    "subject",
    "subject_id",
    "government",
    "before",
    "after",
)


def seal(fields: Mapping[str, Any], seal_before: str) -> str:
    """The seal of an entry with these fields; `at` must be aware."""
    sealed = {name: fields[name] for name in _SEALED}
    sealed["at"] = fields["at"].astimezone(UTC).isoformat(timespec="microseconds")
    text = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{seal_before}\n{text}".encode()).hexdigest()
