"""From a picture of paper to images of 28 x 28 pixels.

photo            a file of any kind, as brightness, of a handy size
png, filters     PNG files, and how their rows are packed
jpeg             JPEG files, in black and white
entropy, cosine  their numbers out of bits; pixels out of these
netpbm, bmp      PGM, PPM and BMP files
upright          which way up, by the camera's note
bounds           how large a picture may be
ink, blots       what is written, and its pieces
rules            lines printed on paper, taken out
scan, reading    one digit made 28 x 28; what is on a picture
"""
