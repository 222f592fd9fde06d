"""What all tests share: the reference documents, and a clear line where they are absent."""

import pytest

from tests import reference


def pytest_report_header() -> str:
    """Says at the top of each run whether the reference documents are read."""
    return f"reference documents: {reference.SHARED}" if reference.IS_PRESENT else reference.ABSENCE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips what needs the reference documents where there are none."""
    if not reference.IS_PRESENT:
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason=reference.ABSENCE))
