"""A shared-decision-making aid for any preference-sensitive decision; what the decision is stands in content/."""
