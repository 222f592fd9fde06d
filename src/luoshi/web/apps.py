"""The app's name."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages."""

    name = "luoshi.web"

    def ready(self) -> None:
        """The libraries of sign-in tell the journal."""
        from luoshi.web import signing  # noqa: F401 (its receivers listen from then on)
