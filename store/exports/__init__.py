"""Files for others: what is in the production, in formats other programs open."""
