"""What an action refuses, in a sentence that the user can act on."""

from luoshi.errors import LuoshiError


class ActionRefused(LuoshiError):
    """The action was not done; nothing has changed."""


class NotAllowed(ActionRefused):
    """The actor has no right to it."""


class NotNow(ActionRefused):
    """The state of things does not let it happen."""


class NotValid(ActionRefused):
    """What was given cannot be taken; `fields` names the field of each sentence where there is one."""

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}
