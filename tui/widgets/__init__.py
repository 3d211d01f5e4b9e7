"""What the board is made of: small widgets that know no production, each one idea a file."""
