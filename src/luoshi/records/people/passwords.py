"""Passwords that an administrator hands over: read aloud and typed once, then changed."""

import secrets

# Nothing that looks like something else on paper or sounds like it on the telephone
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _LONG = 4, 4


def first_password() -> str:
    """Such as k7wd-9mqa-x3ht-p4zn: 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_LONG)) for _ in range(_GROUPS))
