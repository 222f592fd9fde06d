"""What the log leaves out."""

import logging

from django.core.exceptions import PermissionDenied


class WithoutInside(logging.Filter):
    """A page that somebody may not open is one line of the log, not a fault of the program with its inside."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, that of a refusal without its traceback."""
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            record.exc_info = None
        return True
