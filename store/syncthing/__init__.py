"""Syncthing on this machine, where the user gave us its key: told of every change at once."""
