"""The commands of python3 -m purenet, one file each."""
