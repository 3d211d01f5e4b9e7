"""Everything a person touches: the board and the command line."""
