"""From the folder `content/` to an Aid: load, check, and say what is wrong and how to mend it."""
