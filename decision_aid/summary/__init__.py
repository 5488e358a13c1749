"""The summary that a person takes away, as one value for all exports."""
