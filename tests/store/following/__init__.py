"""The tests of following."""
