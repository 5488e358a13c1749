"""Which names translators leave as they are. They come from the content, so none is forgotten when a study is added."""

import re

import pytest
import yaml

from decision_aid.session import CONTENT
from decision_aid.wording.proper_names import proper_names
from harness.aids import real_aid


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_aid_each_study_and_each_medicine_is_among_the_names(language: str) -> None:
    aid = real_aid(language)
    names = proper_names(aid)
    studies = [
        source["study"]
        for source in yaml.safe_load((CONTENT / "evidence/sources.yaml").read_text()).values()
        if "study" in source
    ]
    assert len(set(studies)) > 5
    assert {aid.words.app["name"], "Eliquis", *studies} <= set(names)
    assert all(re.split(r" \(|, |\)", label)[0] in names for label in aid.words.medicines.values())


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_study_that_the_words_name_has_its_name_in_the_sources(language: str) -> None:
    aid = real_aid(language)
    named = re.compile(r"\((?:estudio )?([A-Z-]{3,}(?: [IVX]+)?)(?: study)?\)")
    titles = [match for words in aid.words.estimates.values() for match in named.findall(words.title)]
    assert len(titles) > 5
    assert set(titles) <= set(proper_names(aid))


def test_no_name_hides_a_longer_one_that_begins_with_it() -> None:
    names = proper_names(real_aid())
    earlier = [(first, name) for index, name in enumerate(names) for first in names[:index] if name.startswith(first)]
    assert earlier == []
