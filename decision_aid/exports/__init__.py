"""Exports for the person and the clinic: the Summary in several formats with the same content, and tables."""
