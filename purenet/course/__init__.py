"""Andrew Ng's exercise 4: the other road to the same digits."""
