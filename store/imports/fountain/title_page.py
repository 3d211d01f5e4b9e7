"""The title page: `Key: value` lines at the very top, values continued by indented lines."""

from __future__ import annotations

from models.text import tidy
from store.imports.fountain.emphasis import plain
from store.imports.fountain.lines import Line


_LONGEST_KEY = 40


def title_page(lines: list[Line]) -> tuple[dict[str, str], int]:
    """The entries by lower-case key, and how many lines they take; none where there is no page."""
    start = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    if not _opens(lines, start):
        return {}, 0
    entries: dict[str, list[str]] = {}
    values: list[str] = []
    at = start
    for at in range(start, len(lines) + 1):
        if at == len(lines) or lines[at].blank:
            break
        text = lines[at].text
        if text[:1].isspace():
            values.append(text)
            continue
        key, value = _entry(text)
        if not key:
            break
        values = entries.setdefault(key, [])
        values.append(value)
    return {key: tidy(plain(" ".join(parts))) for key, parts in entries.items()}, at


def _opens(lines: list[Line], start: int) -> bool:
    """Whether the first line is an entry; `FADE IN:` and `CUT TO:` look like one and are none."""
    if start == len(lines):
        return False
    key, value = _entry(lines[start].text)
    if not key:
        return False
    following = lines[start + 1].text if start + 1 < len(lines) else ""
    return bool(value) or (following[:1].isspace() and not following.isspace())


def _entry(text: str) -> tuple[str, str]:
    key, colon, _ = text[: _LONGEST_KEY + 1].partition(":")
    if not colon or not key[:1].isalpha() or "." in key:
        return "", ""
    return key.strip().lower(), text[len(key) + 1 :].strip()
