"""What the tests of an exchange share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def nowhere() -> Path:
    """A folder that is not there: files in memory need none."""
    return Path("/nowhere")
