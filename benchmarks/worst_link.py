"""What the worst link that a stranger can make costs a replica, beside an ordinary person: a run of each page.

Milliseconds of the processor, without a server, and their ratio.
"""

from statistics import median
from time import process_time

from streamlit.testing.v1 import AppTest

from benchmarks.table import head, row
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.saving.known_answers import drop_unknown_answers
from decision_aid.saving.link import fragment, read_fragment
from harness.people import costliest, ordinary
from harness.walking import AIDS, arrive, go

MOST = 2.0


def main(times: int = 15) -> bool:
    """Print the table. True where a page costs too much."""
    aid = AIDS["en"]
    link = fragment(aid, costliest(aid), own_words=True)
    people = _holding(ordinary(aid)), _holding(drop_unknown_answers(aid, read_fragment(aid, link)))
    print(head("ordinary ms", f"worst link ms ({len(link):,} letters)", "ratio"))
    ratios = list[float]()
    for page in PAGES:
        runs = [[_run(at, page) for at in people] for _ in range(times + 1)]
        usual, worst = (median(seconds) * 1000 for seconds in zip(*runs[1:], strict=True))
        ratios.append(worst / usual)
        print(row(page, f"{usual:.1f}", f"{worst:.1f}", f"{ratios[-1]:.2f}"), flush=True)
    return max(ratios) > MOST


def _holding(answers: Answers) -> AppTest:
    at = arrive()
    at.session_state["answers"] = answers
    at.session_state["shown.together"] = 2  # the screen of the visit with all questions
    return at


def _run(at: AppTest, page: str) -> float:
    """Seconds of one more run of a page."""
    go(at, page)
    start = process_time()
    at.run()
    return process_time() - start
