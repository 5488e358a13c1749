"""All that the aid tells, to read and mark without the program: one structure, drawn as PDF and as HTML."""
