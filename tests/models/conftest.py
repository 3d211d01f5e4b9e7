"""Models touch neither disk nor environment: their tests need no home."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def isolated() -> None:
    """No folders, of which a run would make and remove ten thousand for nothing."""
