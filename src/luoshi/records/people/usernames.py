"""User names as they are kept, however the keyboard was set."""

from typing import Final

_WIDE: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Ｌｉｎ → Lin."""


def kept_username(typed: str) -> str:
    """In small letters of usual width, without spaces around."""
    return typed.translate(_WIDE).strip().lower()
