"""What a disk says when it refuses, in words a coordinator can act on."""

from __future__ import annotations

import errno


ADVICE = {
    errno.ENOSPC: "the disk is full; free some space, then save again",
    errno.EDQUOT: "your share of the disk is used up; remove files of yours, or ask for more",
    errno.EFBIG: "the disk takes no larger file; ask whoever keeps it",
    errno.EROFS: "the disk can only be read now; have it made writable, then save again",
    errno.EIO: "the disk reports an error; check its cable, have it looked at, copy what is on it",
    errno.EACCES: "you may not write there; ask whoever keeps the folder to let you",
    errno.EPERM: "you may not write there; ask whoever keeps the folder to let you",
    errno.ENOENT: "it is not there; connect its disk or share again, then save again",
    errno.ENOTDIR: "it is not there; connect its disk or share again, then save again",
    errno.ENODEV: "its disk is gone; connect it again, then save again",
    errno.ENXIO: "its disk is gone; connect it again, then save again",
    errno.ESTALE: "the network share went away; connect it again, then save again",
    errno.ENOTCONN: "the network share went away; connect it again, then save again",
    errno.EHOSTDOWN: "the server of the share does not answer; try again when it does",
    errno.ETIMEDOUT: "the server of the share does not answer; try again when it does",
    errno.EMFILE: "too many files are open; close other programs, then save again",
    errno.ENFILE: "too many files are open; close other programs, then save again",
}
"""The nearest right thing, by what the system said."""


def in_words(error: OSError) -> str:
    """What is wrong and what can be done about it, first, and what the system said."""
    said = error.strerror or str(error)
    advice = ADVICE.get(error.errno or 0)
    return f"{advice} ({said})" if advice else said


def with_advice(error: OSError) -> OSError:
    """The same error, its words those of `in_words`."""
    return OSError(error.errno, in_words(error), error.filename)
