"""A page in the browser: draw a digit, and watch a network learn.

`python3 -m purenet draw` starts it. From the outside in:

- `server` lets in the page, and nobody else;
- `answers` answers what the page asks, in JSON;
- `networks` turns networks into what the page draws, and back;
- `training` runs `trainer`, which learns in a process of its own, so that
  answers stay quick meanwhile;
- page.html, page.css and the .js files are what runs in the browser:
  page.js starts draw.js, learn.js and neuron.js, one for each side.
"""
