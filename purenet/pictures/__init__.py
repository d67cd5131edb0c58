"""What can be seen: digits and charts for the terminal, as SVG and as PNG."""
