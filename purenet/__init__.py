"""Neural networks from a NAND gate to a digit recogniser."""
