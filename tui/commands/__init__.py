"""The commands of the command line: one idea a file, and the list of them all."""

from __future__ import annotations

from models.named import NamedTuple


class Home(NamedTuple):
    """The file of this folder a command lives in, and what it is called there."""

    module: str
    name: str


COMMANDS: dict[str, Home] = {
    "demo": Home("demo", "demo"),
    "new": Home("new", "new"),
    "open": Home("board", "open_board"),
    "add": Home("add", "add"),
    "change": Home("change", "change"),
    "next": Home("next_state", "next_state"),
    "remove": Home("change", "remove"),
    "today": Home("today", "today"),
    "list": Home("listing", "list_records"),
    "strips": Home("strips", "strips"),
    "move": Home("strips", "move"),
    "push": Home("push", "push"),
    "show": Home("show", "show"),
    "conflicts": Home("conflicts", "conflicts"),
    "settle": Home("conflicts", "settle"),
    "log": Home("log", "log"),
    "versions": Home("versions", "versions"),
    "undo": Home("undo", "undo"),
    "redo": Home("undo", "redo"),
    "import": Home("taking", "import_file"),
    "export": Home("export", "export"),
    "paper": Home("paper", "paper"),
    "logo": Home("logo", "logo"),
    "issue": Home("issuing", "issue"),
    "issued": Home("issuing", "issued"),
    "sync": Home("sync", "sync"),
    "check": Home("check", "check"),
    "keys": Home("keys", "keys"),
    "syncthing": Home("syncthing", "syncthing"),
}
"""In the order of a production's life, as the help shows them."""
