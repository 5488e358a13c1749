"""Windows of other engines than Chromium's, behind the same few verbs."""
