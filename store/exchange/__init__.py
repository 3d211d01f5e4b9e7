"""Exchange with another production folder: `callboard sync OTHER`, a path or a host's by rsync."""
