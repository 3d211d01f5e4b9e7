"""What stands between Textual and the terminal: only cells that differ are sent."""
