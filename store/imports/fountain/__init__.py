"""Fountain, the plain-text screenplay (fountain.io), read into scenes and the cast."""
