"""Addresses of pages and of files beside them: what a name stands for is looked up once in a process."""

from functools import lru_cache

from django.conf import settings
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse

# So many of the latest are remembered
_KEPT = 8_192


def page(name: str, *keys: int) -> str:
    """The address of a page."""
    return _page(get_script_prefix(), name, keys)


def file(path: str) -> str:
    """The address of a style, a script, the sheet of icons."""
    return _file(settings.STATIC_URL, str(settings.STORAGES["staticfiles"]), path)


@lru_cache(maxsize=_KEPT)
def _page(_prefix: str, name: str, keys: tuple[int, ...]) -> str:
    return reverse(name, args=keys)


@lru_cache(maxsize=_KEPT)
def _file(_base: str, _storage: str, path: str) -> str:
    return static(path)
