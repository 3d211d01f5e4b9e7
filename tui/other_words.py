"""Other words people look for an action by, beside its own: those of beginners and other programs.

`?` and `:` find an action by any of them; they are never shown.
"""

from __future__ import annotations

from collections.abc import Mapping


OTHER_WORDS: Mapping[str, str] = {
    "add": "new create insert enter meeting person run call schedule",
    "edit": "rename correct rewrite modify",
    "change": "move reschedule postpone shift time swap driver vehicle assign rename modify set",
    "mark": "select several bulk tag",
    "next": "status confirm told finish complete close tick",
    "undo": "back revert mistake cancel",
    "filter": "search find hide only",
    "details": "history info view fields",
    "lookup": "find search where who phone number call contact",
    "issue": "problem trouble report bug risk",
    "log": "day report milestone first shot lunch wrap setups delay scene done dpr",
    "paper": (
        "print pdf document report sheet list order one-liner oneliner dood day-out-of-days dpr "
        "issue prelim final revised revision colour distribute send mail excel"
    ),
    "wide": "week everything dates unscheduled",
    "back": "yesterday previous day before date",
    "forward": "tomorrow next day after date",
    "today": "now date",
    "down": "next row",
    "up": "previous row",
    "page_down": "page scroll",
    "page_up": "page scroll",
    "top": "begin start",
    "bottom": "end",
    "schedule": "scenes strips events calendar diary",
    "crew": "people cast calls contacts phones",
    "transport": "runs cars drivers vehicles places pickups",
    "issues": "problems",
    "pane": "window view switch",
    "pane_back": "window view switch previous",
    "zoom": "full screen larger maximise window",
    "strips": "schedule scenes one-liner days boneyard reorder banner company move",
    "strip_down": "reorder later after swap scene",
    "strip_up": "reorder earlier before swap scene",
    "push": "pull shift delay postpone move schedule days hiatus",
    "all": "select everything",
    "delete": "remove cancel erase drop",
    "redo": "again restore forward",
    "repeat": "again same",
    "clash": "problem warning unconfirmed",
    "clash_back": "problem warning unconfirmed previous",
    "sort": "order arrange",
    "wrong": "errors problems warnings faults check",
    "conflicts": "both disagreement merge",
    "copy": "clipboard text yank",
    "sync": "exchange send stick usb server share backup",
    "import": (
        "load open file read uss fdx fountain csv xlsx excel ics calendar script final draft "
        "movie magic review parked take in"
    ),
    "redraw": "refresh repaint clear garbage broken screen",
    "palette": "command menu search",
    "quit": "exit leave close end escape",
    "help": "shortcuts keyboard manual",
}
