"""Data types: the aid (the same for everyone) and the answers (of one person)."""
