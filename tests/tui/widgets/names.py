"""Names as people have them, in scripts that take terminals different care."""

from __future__ import annotations


NAMES = (
    "Anna Keller",
    "Zoe\u0308 Bru\u0308gger",
    "Nguyễn Thị Ánh",
    "陈美玲",
    "한지민",
    "สมชาย กำพล",
    "ليلى حداد",
    "אבי לוי 2",
    "👨\u200d👩\u200d👧 family",
    "👍🏽 ❤\ufe0f 🇨🇭 1\ufe0f\u20e3",
    "\u2630 \u3164 \U0001fae8",
)
