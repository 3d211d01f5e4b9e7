"""What a production is, and what follows from it. Pure: no disk, no screen, no clock."""
