"""Tests of the store: what is on the disk, what is read from it, what becomes of both."""
