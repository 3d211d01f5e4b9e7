"""Files from outside: each format's reader, and how what it read is taken into a production."""
