"""What stands at the head and the foot of every paper: who makes it, of what, for which day."""

from __future__ import annotations

from typing import NamedTuple

from models.papers.paper import Block, Paper
from models.papers.source import Source
from models.when import show_day


FOOT = "Confidential. Do not forward. Destroy after use."


class Head(NamedTuple):
    """What a paper is called: its word, its title, and whether it is set across the page."""

    name: str
    title: str
    wide: bool = False


def of_day(head: Head, source: Source, blocks: tuple[Block, ...], about: str = "") -> Paper:
    """The paper of the day in view; `about` says whom or what of that day it is about."""
    said = ", ".join(filter(None, (about, day_words(source))))
    return _headed(head, source, blocks, said, source.desk.day)


def of_production(head: Head, source: Source, blocks: tuple[Block, ...], about: str = "") -> Paper:
    """The paper of no day."""
    return _headed(head, source, blocks, about or show_day(source.now.date().isoformat()), "")


def _headed(head: Head, source: Source, blocks: tuple[Block, ...], about: str, day: str) -> Paper:
    settings = source.settings
    return Paper(
        name=head.name,
        title=head.title,
        company=str(settings.get("company") or ""),
        production=str(settings.get("title") or ""),
        about=about,
        blocks=blocks,
        day=day,
        wide=head.wide,
        foot=FOOT,
    )


def day_words(source: Source) -> str:
    """The day in view: `Day 3 of 30, Wed 25 Nov 2026`; one that is not shot, `Prep, Wed ...`."""
    what = source.desk.shoot_days.words(source.desk.day)
    date = show_day(source.desk.day)
    return f"{what}, {date}" if what else date
