"""A production's logo, kept in its settings as text so that it syncs and merges like all else."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import NamedTuple

from models.errors import NotSet
from models.text import tidy


MOST = 60_000
"""Bytes of a logo: every machine keeps it, and every change to it, for good."""
PNG = b"\x89PNG\r\n\x1a\n"


class Logo(NamedTuple):
    """A picture: what it is a file of (`png`, `svg`), and its bytes."""

    suffix: str
    content: bytes

    @property
    def kept(self) -> str:
        """It as the settings keep it."""
        return f"{self.suffix}:{base64.b64encode(self.content).decode()}"

    def put(self, folder: Path) -> str:
        """Write it into a folder, and give the file's name."""
        name = f"logo.{self.suffix}"
        folder.joinpath(name).write_bytes(self.content)
        return name


def logo_of(kept: object) -> Logo | None:
    """The logo settings keep; None where there is none, or none that can be read."""
    suffix, colon, text = str(kept or "").partition(":")
    if not colon or suffix not in ("png", "svg"):
        return None
    try:
        return Logo(suffix, base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None


def read_logo(path: Path) -> Logo:
    """The picture in a file. Raises NotSet where it is none, too large, or cannot be set."""
    name = tidy(path.name)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST else b""
    except OSError as error:
        raise NotSet(f"{tidy(str(path))} cannot be read: {error.strerror}") from error
    if size > MOST:
        raise NotSet(
            f"'{name}' has {size // 1000} kB, and a logo may have {MOST // 1000}: it stands 13 mm "
            "high, so a PNG 200 pixels high, or an SVG, is enough"
        )
    logo = Logo("png" if content.startswith(PNG) else "svg", content)
    if logo.suffix == "svg" and b"<svg" not in content:
        raise NotSet(f"'{name}' is no picture a paper can have: a logo is a PNG or an SVG")
    _try(logo, name)
    return logo


def _try(logo: Logo, name: str) -> None:
    """Set it once: what cannot be drawn is refused now, and not when a call sheet is due."""
    from tempfile import TemporaryDirectory

    import typst

    with TemporaryDirectory(prefix="callboard-logo-") as scratch:
        root = Path(scratch)
        main = root / "main.typ"
        main.write_text(f'#image("{logo.put(root)}", height: 13mm)', encoding="utf-8")
        try:
            typst.compile(str(main), root=str(root), format="pdf", ignore_system_fonts=True)
        except typst.TypstError as error:
            raise NotSet(f"'{name}' cannot be drawn: {tidy(str(error.message))}") from error
