"""The pages in the browser: one server, a folder for each page."""
