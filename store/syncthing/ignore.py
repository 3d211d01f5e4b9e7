"""What Syncthing must not carry: files that are begun, and what editors and systems leave about.

Conflict copies and kept copies are not among them: changes may be in them.
"""

from __future__ import annotations


IGNORE = ".stignore"
MARKER = ".stfolder"
PATTERNS = """\
// What Syncthing leaves on this machine: files Callboard or rsync has only begun to write, and
// what editors and file browsers leave about. Syncthing does not carry this file itself; a machine
// without it works just as well, and only carries some litter.
(?d).*.json.*
(?d).*.tmp
(?d).nfs*
(?d).fuse_hidden*
(?d)*~
(?d).*.sw?
(?d).#*
(?d).~lock.*
(?d).DS_Store
(?d)._*
(?d)Thumbs.db
(?d)desktop.ini
"""
