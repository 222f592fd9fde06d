"""What every page shows around itself."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Who is signed in, and which pages they may open."""
    return {"actor": getattr(request, "actor", None)}
