"""Engines: the same network, made fast."""
