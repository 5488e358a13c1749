"""`python -m decision_aid.content [folder]`: print the faults of the content, or its reading scores."""

import sys
from pathlib import Path

from decision_aid.content.reading import measure
from decision_aid.content.report import CAN_GRADE, Report, report


def main(arguments: list[str]) -> int:
    """Check a content folder ("content" by default), print the result, and return 1 if there are faults."""
    folder = Path(arguments[0] if arguments else "content")
    if not (folder / "words").is_dir():
        print(f"{folder}: there is no content here: name a folder that holds 'words'")
        return 1
    result = report(folder)
    for fault in result.faults:
        print(f"{folder.as_posix()}/{fault}")
    if not CAN_GRADE:
        print("reading grades and sentence lengths were not checked: pip install -r requirements-dev.txt")
    if result.faults:
        print(f"{len(result.faults)} fault{'s' if len(result.faults) > 1 else ''}")
        return 1
    _print_scores(result)
    print(f"{folder.as_posix()}: {_size(result)}: no faults")
    return 0


def _print_scores(result: Report) -> None:
    for language, scores in result.scores.items():
        scale = measure(language)
        if scale is None:
            print(f"{language}  no reading formula is known for this language: people have to judge")
            continue
        for page, score in scores.items():
            bound = "at most" if scale.easier == "below" else "at least"
            print(f"{language}  {page:<14} {scale.name} {score:5.1f}  ({bound} {scale.limit:g})")


def _size(result: Report) -> str:
    aid = next(iter(result.aids.values()))
    decision, evidence = aid.decision, aid.evidence
    counts = {
        "options": len(decision.options),
        "outcomes": len(decision.outcomes),
        "estimates": len(evidence.estimates),
        "sources": len(evidence.sources),
        "questions": len(aid.questions),
    }
    sizes = ", ".join(f"{count} {noun}" for noun, count in counts.items())
    return f"{sizes}, in {' and '.join(result.aids)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
