"""Five machines with a copy of one production each, and engines that carry files between them."""
