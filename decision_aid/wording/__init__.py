"""Content and figures in words and drawings, the same for every screen, file and sheet of paper."""
