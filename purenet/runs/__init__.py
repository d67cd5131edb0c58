"""Training runs: what surrounds a training, and networks in files."""
