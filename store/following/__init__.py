"""How a board hears of what others write: told by the system, and by looking."""
