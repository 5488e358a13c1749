"""Load the folder `content/` into an Aid, check it, and report each fault with how to fix it."""
