"""Text measured in terminal cells, for the widgets; see `models.measure`."""

from __future__ import annotations

from models.measure import ELLIPSIS, cut, fit, is_single, shown, width_of, wrap


__all__ = ["ELLIPSIS", "cut", "fit", "is_single", "shown", "width_of", "wrap"]
