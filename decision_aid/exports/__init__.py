"""What the person takes away: one Summary, rendered in several forms that carry the same content."""
