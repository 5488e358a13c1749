"""How fast and how heavy the aid is. Figures are printed beside each other in one run, and never asserted."""
