"""Demos: python3 -m purenet.demo NAME shows one idea of the chapter at work."""
