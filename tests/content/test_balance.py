"""Every option gets the same room: the content check's measure, computed again from the files."""

from statistics import mean

import pytest

from harness.aids import real_aid

MOST_APART = 0.35
"""As a share of the mean number of words in a row."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_options_get_the_same_room(language: str) -> None:
    aid = real_aid(language)
    options = [aid.words.options[name] for name in aid.decision.options]
    rows = {row: [option.answers[row] for option in options] for row in aid.decision.comparison_rows}
    counts = {row: [len(text.split()) for text in texts] for row, texts in rows.items()}
    uneven = {
        row: lengths
        for row, lengths in counts.items()
        if max(abs(length - mean(lengths)) for length in lengths) > MOST_APART * mean(lengths)
    }
    assert uneven == {}
