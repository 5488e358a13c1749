"""The sums: every rating, weight, effect, range, swing and contribution, and a file of them."""

from collections.abc import Mapping

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.reasoning.outlook import Fit
from decision_aid.summary.sums import SumLine, shares, sums
from decision_aid.views.comparison import stacking_table
from decision_aid.views.export_buttons import save_button


def show_sums(aid: Aid, fits: Mapping[str, Fit]) -> None:
    """The sums behind the verdicts. They take longer to compute, so call this only when someone asks for them."""
    app = aid.words.app
    lines = sums(aid, fits)
    for comparator, fit in fits.items():
        head = [
            app["outcome"],
            app["sums.rating"],
            app["sums.weight"],
            app["sums.effect"],
            app["sums.range"],
            app["sums.swing"],
            app["sums.contribution"],
            app["sums.changes"],
        ]
        rows = [_row(aid, line) for line in lines if line.comparator == comparator]
        stacking_table(aid.words.comparators[comparator].name, head, rows, "even")
        seed = app["sums.seed"].format(seed=fit.weighing.seed, version=aid.decision.version)
        st.caption(f"{shares(aid, fit.weighing.verdict)} {seed}")
    save_button(aid, app["sums.download"], "sums")


def _row(aid: Aid, line: SumLine) -> list[str]:
    app = aid.words.app
    changes = (
        (app["sums.half"], line.half_swing_changes),
        (app["sums.double"], line.double_swing_changes),
        (app["sums.without"], line.leaving_out_changes),
    )
    changed = ", ".join(label for label, changes_verdict in changes if changes_verdict) or app["sums.nothing"]
    cells = [
        str(line.rating),
        f"{line.weight:.2f}",
        f"{line.effect:.2f}",
        f"{line.low:.2f} – {line.high:.2f}",
        line.swing or "–",
        f"{line.contribution:+.2f}",
        changed,
    ]
    name = aid.words.outcomes[line.outcome].name if line.outcome in aid.words.outcomes else app["sums.own"]
    return [name, *cells]
