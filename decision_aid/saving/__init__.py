"""Answers out of the program and back: save file, link and browser tab, and what is dropped when it does not fit."""
