"""What comes after chapter 1."""
