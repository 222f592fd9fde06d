"""What an action refuses, in a sentence that the user can act on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from luoshi.errors import LuoshiError

LONGEST_REASON: Final = 500
"""Characters of a reason, an end of line being one of them; the field on the page takes no more either."""


class ActionRefused(LuoshiError):
    """The action was not done; nothing has changed. `fields` has the sentences that are about a field, by its name."""

    fields: Mapping[str, str] = MappingProxyType({})


class NotAllowed(ActionRefused):
    """The actor has no right to it."""


class NotNow(ActionRefused):
    """The state of things does not let it happen."""


class NotValid(ActionRefused):
    """What was given cannot be taken."""

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}


def need_reason(reason: str, missing: str) -> None:
    """Raise `NotValid` unless a reason is there (else `missing` says so) and no longer than it may be."""
    if not reason.strip():
        raise NotValid(missing, {"reason": missing})
    if len(reason.strip().replace("\r\n", "\n")) > LONGEST_REASON:
        raise NotValid(f"太长了，最多 {LONGEST_REASON} 个字。", {"reason": f"最多 {LONGEST_REASON} 个字"})
