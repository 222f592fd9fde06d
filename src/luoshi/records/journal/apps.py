"""The app's name."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Journal."""

    name = "luoshi.records.journal"
    default_auto_field = "django.db.models.BigAutoField"
