"""Addresses of pages and of files beside them: what a name stands for is looked up once in a process."""

from functools import cache

from django.templatetags.static import static
from django.urls import get_script_prefix, reverse

# No key of a row is as large: its digits stand nowhere else in an address
_STAND_IN = 9_000_000_000_000_000_000


def page(name: str, *keys: int) -> str:
    """The address of a page."""
    return form(name, len(keys)) % keys


def form(name: str, count: int = 1) -> str:
    """The address of each page of a kind, to be filled with so many keys: /tasks/%d/."""
    return _form(get_script_prefix(), name, count)


@cache
def file(path: str) -> str:
    """The address of a style, a script, the sheet of icons."""
    return static(path)


@cache
def _form(_prefix: str, name: str, count: int) -> str:
    stand_ins = [_STAND_IN + place for place in range(count)]
    address = reverse(name, args=stand_ins).replace("%", "%%")
    for stand_in in stand_ins:
        address = address.replace(str(stand_in), "%d")
    return address
