"""A process of root's that runs programs as other users, each in a child of its own."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pkgutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, NoReturn


def serve() -> None:
    """Answer each task on stdin with how its program ended, until stdin ends."""
    _load_all()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


def _load_all() -> None:
    """Use everything once, so that no module is looked for by who may not read it."""
    import platformdirs

    import models
    import store
    from tui.cli import cli

    for package in (models, store):
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(each.name)
    for find in ("user_state_dir", "user_cache_dir", "user_config_dir"):
        getattr(platformdirs, find)("callboard")
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        os.environ["CALLBOARD_STATE"] = f"{folder}/state"
        os.environ["CALLBOARD_CACHE"] = f"{folder}/cache"
        made = f"{folder}/made"
        with contextlib.redirect_stderr(io.StringIO()):
            for words in (
                ["new", made, "--zone", "UTC"],
                ["-p", made, "add", "issue", "a light is out"],
                ["-p", made, "list", "issue"],
                ["-p", made, "undo"],
                ["-p", made, "check"],
                ["-p", f"{made}/missing", "list", "issue"],
            ):
                with contextlib.suppress(SystemExit):
                    cli(words, prog_name="callboard")


def _answer(task: dict[str, Any]) -> tuple[int, str, str]:
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("out", "err")]
        child = os.fork()
        if child == 0:
            _run(task, said)
        _, status = os.waitpid(child, 0)
        out, err = (path.read_text(encoding="utf-8") for path in said)
        return os.waitstatus_to_exitcode(status), out, err


def _run(task: dict[str, Any], said: list[Path]) -> NoReturn:
    """Run the program in this child, and end it."""
    for number, path in enumerate(said, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    for name in [each for each in os.environ if each.startswith(("CALLBOARD_", "XDG_"))]:
        del os.environ[name]
    os.environ.update(task["environment"])
    _become(task)
    code = 1
    try:
        exec(compile(task["program"], "program", "exec"), {})  # noqa: S102 - the tests' own
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        if sys.exc_info()[0] is not None:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _become(task: dict[str, Any]) -> None:
    os.setgroups(task["groups"])
    os.setresgid(task["gid"], task["gid"], task["gid"])
    os.setresuid(task["uid"], task["uid"], task["uid"])
    os.umask(task["umask"])
    os.chdir("/")
