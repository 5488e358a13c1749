"""Every warning sign has a source."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id, item_paths
from decision_aid.model.aid import Aid


def red_flags_are_stated_somewhere(aid: Aid) -> Iterator[Finding]:
    """An answer that is a red flag is one of the warning signs, so that the evidence page can name its source."""
    for factor, record in aid.situation.items():
        for choice, kind in record.choices.items():
            if kind.red_flag and choice not in aid.evidence.warning_signs:
                fault = f"nobody says where the red flag '{choice}' is stated"
                yield ("situation", factor, "choices", choice), f"{fault}: add it to evidence/warning_signs.yaml"


def warning_signs_name_known_sources(aid: Aid) -> Iterator[Finding]:
    """Every source of a warning sign is one of the sources."""
    for name, sign in aid.evidence.warning_signs.items():
        for source, path in item_paths(("evidence", "warning_signs", name, "sources"), sign.sources).items():
            yield from check_id(path, source, aid.evidence.sources, "source", "evidence/sources.yaml")
