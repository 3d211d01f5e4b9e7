"""BLAKE2b without OpenSSL.

`hashlib` gives the very same function, but loads OpenSSL first: 3 MB for every open board.
"""

from __future__ import annotations


try:
    from _blake2 import blake2b
except ImportError:  # a Python that keeps it elsewhere
    from hashlib import blake2b


__all__ = ["blake2b"]
