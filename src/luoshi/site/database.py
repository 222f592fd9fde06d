"""Where the tables are: SQLite in the home folder, or what `DATABASE_URL` names."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from luoshi.errors import LuoshiError
from luoshi.site.home import home

_SCHEMES = ("postgres", "postgresql")
# One writer at a time takes its turn from the first statement on: with Django's default a transaction that reads before
# it writes is refused when another has written meanwhile.
_SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;",
}


class WrongDatabase(LuoshiError):
    """`DATABASE_URL` cannot be understood."""


def database(url: str) -> dict[str, Any]:
    """Django's description of the database; raises `WrongDatabase`. An empty address is SQLite in the home folder."""
    if not url:
        return _sqlite(str(home() / "luoshi.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path))
    if parts.scheme not in _SCHEMES:
        raise WrongDatabase("DATABASE_URL 只能是 postgresql://… 或 sqlite:///…。")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or options.pop("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _sqlite(path: str) -> dict[str, Any]:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": _SQLITE, "CONN_MAX_AGE": 60}
