"""What one person takes away, as one value that every export renders."""
