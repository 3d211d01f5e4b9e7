"""Everything Callboard refuses, as one tree of errors.

Each message is a sentence or two a coordinator can act on: what was read, where, what is
wrong, the nearest right thing. The command line prints it and the board shows it as it is.

    CallboardError
    ├── FolderError            the production folder cannot be used
    │   ├── MissingFolder      nothing is there
    │   ├── ForeignFolder      something else is there
    │   ├── DamagedFolder      its own files cannot be read
    │   └── NewerFormat        made by a later Callboard than this one
    ├── NotSaved               a change did not reach the disk
    │   └── ReadOnly           this user, disk or moment may only read
    ├── NothingToUndo          no change of one's own is left to take back
    ├── NoSuch                 a kind, record, field or file that is not there
    ├── Unread                 typed text that has no meaning where it stands
    ├── ImportRefused          a file from outside that cannot be taken in
    ├── NotSynced              another folder cannot be reached, or refuses
    └── NotSet                 a paper cannot be set: a template, a logo, a type that is missing
"""

from __future__ import annotations


class CallboardError(Exception):
    """Base of all errors Callboard raises itself; its text is made for people."""


class FolderError(CallboardError):
    """The production folder cannot be used."""


class MissingFolder(FolderError):
    """There is nothing at the path that was named."""


class ForeignFolder(FolderError):
    """The folder is there but holds no production."""


class DamagedFolder(FolderError):
    """The production's own description cannot be read."""


class NewerFormat(FolderError):
    """The folder was made by a later version of Callboard."""


class NotSaved(CallboardError):
    """A change did not reach the disk; what was typed is kept by the caller."""


class ReadOnly(NotSaved):
    """This production can be looked at here but not changed."""


class NothingToUndo(CallboardError):
    """There is no change of one's own left to take back or to bring back."""


class NoSuch(CallboardError):
    """A kind, record, field or file was named that does not exist."""


class Unread(CallboardError):
    """Typed text has no meaning where it stands."""


class ImportRefused(CallboardError):
    """A file from outside cannot be taken in."""


class NotSynced(CallboardError):
    """An exchange with another folder did not come about, or not to its end."""


class NotSet(CallboardError):
    """A paper cannot be set as it should be."""
