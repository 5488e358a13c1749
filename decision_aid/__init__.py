"""A shared-decision-making aid for any preference-sensitive decision; content/ says which decision it is."""
