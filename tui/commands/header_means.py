"""HEADER=FIELD on the command line: what a column of somebody's list means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.commands.speaking import Misread


if TYPE_CHECKING:
    _Word = click.ParamType[Any]
else:
    _Word = click.ParamType  # click before 8.2 knows no type of a parameter's values


class HeaderMeans(_Word):
    """A header and the field it means; nothing behind the sign forgets what was said before."""

    name = "header=field"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The two sides of the last equals sign; raises Misread where there is none."""
        header, sign, field = str(value).rpartition("=")
        if not sign or not header.strip():
            raise Misread(f"'{value}' is no column with its field: write --map Abholung=leave.")
        return header.strip(), field.strip()
