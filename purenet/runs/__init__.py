"""Training runs: what surrounds a training, and networks in files.

settings    what a run is asked to do: the one table of its options
beginning   how it begins: anew, from a network, where a checkpoint left it
run         a network with its data and settings, and its best epoch
checkpoint  a run in a file, to go on with after any epoch
report      what it has to say: how it begins, how it went, what to try
saved       networks saved and loaded, and what may not be written over
shipped     the network that comes with the package
verdict     what a network's outputs say about a picture
"""
