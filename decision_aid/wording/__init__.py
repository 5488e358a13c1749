"""Content and figures as text and drawings, the same for screen, files and paper."""
