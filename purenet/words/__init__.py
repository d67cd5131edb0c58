"""Words: what purenet says, said in the language that is spoken.

>>> say("{}: {:,} labels for {:,} images", "a.gz", 49999, 50000)
'a.gz: 49,999 labels for 50,000 images'
"""


def say(template: str, *values: object) -> str:
    """Return a sentence of ours: the template, {} by {} filled with the values.

    >>> say("a port is from 1 to 65535, not {}", 70000)
    'a port is from 1 to 65535, not 70000'
    """
    return template.format(*values) if values else template
