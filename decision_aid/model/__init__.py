"""What things are: the aid (the same for everyone) and the answers (this person's)."""
