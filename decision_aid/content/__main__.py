"""`python -m decision_aid.content [folder]`: say what is wrong with the content, or how easily it reads."""

import sys
from pathlib import Path

from decision_aid.content.reading import measure
from decision_aid.content.report import CAN_GRADE, Report, report


def main(arguments: list[str]) -> int:
    """Check a content folder ("content" if none is named), print what was found, and return 1 if there are faults."""
    folder = Path(arguments[0] if arguments else "content")
    if not (folder / "words").is_dir():
        print(f"{folder}: there is no content here: name a folder that holds 'words'")
        return 1
    found = report(folder)
    for fault in found.faults:
        print(f"{folder.as_posix()}/{fault}")
    if not CAN_GRADE:
        print("reading grades and sentence lengths were not checked: pip install -r requirements-dev.txt")
    if found.faults:
        print(f"{len(found.faults)} fault{'s' if len(found.faults) > 1 else ''}")
        return 1
    _print_scores(found)
    print(f"{folder.as_posix()}: {_size(found)}: no faults")
    return 0


def _print_scores(found: Report) -> None:
    for language, scores in found.scores.items():
        by = measure(language)
        if by is None:
            print(f"{language}  no reading formula is known for this language: people have to judge")
            continue
        for page, score in scores.items():
            bound = "at most" if by.easier == "below" else "at least"
            print(f"{language}  {page:<14} {by.name} {score:5.1f}  ({bound} {by.limit:g})")


def _size(found: Report) -> str:
    aid = next(iter(found.aids.values()))
    decision, evidence = aid.decision, aid.evidence
    counts = {
        "options": len(decision.options),
        "outcomes": len(decision.outcomes),
        "estimates": len(evidence.estimates),
        "sources": len(evidence.sources),
        "questions": len(aid.questions),
    }
    told = ", ".join(f"{count} {noun}" for noun, count in counts.items())
    return f"{told}, in {' and '.join(found.aids)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
