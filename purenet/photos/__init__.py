"""From a picture of paper to images of 28 x 28 pixels.

photo                        a file of any kind, as brightness
png, filters, netpbm         the kinds of files
ink, blots                   what is written, and its pieces
scan, strip                  one digit; a row of them
"""
