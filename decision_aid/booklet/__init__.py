"""The booklet: the aid's content to read and mark on paper. One structure, rendered as PDF and as HTML."""
