"""What a person may type or paste, and what a stranger may put into a file: texts that some program obeys.

Each holds MARK inside what would be obeyed, so that it can be found again wherever it ends up.
"""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, OwnReason, QuestionEdits, Visit

MARK = "qzx"
HOST = f"{MARK}.invalid"
"""No such host can be there (RFC 6761)."""

AS_HTML = (
    f"<script>{MARK}()</script>",
    f"<img src=x onerror={MARK}()>",
    f'<img src="http://{HOST}/a.png">',
    f'<iframe src="//{HOST}"></iframe>',
    f"<svg onload={MARK}()><style>*{{display:none}}</style>",
    f"</style><b>{MARK}</b>",
    f"</textarea></p></li><b>{MARK}</b>",
    f'" onmouseover="{MARK}()',
    f"' style='background:url(//{HOST})",
    f"<!-- {MARK}",
    f"]]> {MARK} <![CDATA[",
    f"&lt;b&gt;{MARK}&amp;amp; &#60;",
)
AS_MARKDOWN = (
    f"**{MARK}** _{MARK}_ ~~{MARK}~~ `{MARK}`",
    f"[{MARK}](javascript:{MARK}())",
    f"![{MARK}](http://{HOST}/b.png)",
    f"<https://{HOST}/c>",
    f"www.{MARK}.org https://{HOST}/d {MARK}@{HOST}",
    f":red[{MARK}] :blue-background[{MARK}] :small[{MARK}]",
    f":material/home: {MARK} :smile: :streamlit:",
    f"${MARK}$ $$x^{MARK}$$ {MARK} -> <- --",
    f"## {MARK}",
    f"> {MARK}",
    f"- {MARK}",
    f"| {MARK} | b |\n|---|---|\n| c | d |",
    f"{MARK}\n===",
    f"```\n{MARK}\n```",
    f"    {MARK}",
    f"[^1] {MARK} [x]\n\n[x]: http://{HOST}/e",
)
AS_TEMPLATE = (f"{{{MARK}}}", f"{{0.__class__}} {MARK} {{}}", f"%s {MARK} %({MARK})s", f"#{{{MARK}}} \\n \\{MARK}")
AS_LETTERS = (
    f"\u202e{MARK}\u202c \u2066{MARK}\u2069",
    f"{MARK}\x00{MARK}\x07\x1b[31m{MARK}",
    f"\u200b{MARK}\u200d\ufeff\u00ad",
    f"{MARK}\u2028{MARK}\u0085{MARK}\r{MARK}",
    f"{MARK}e{chr(0x0301) * 30} \U0001f9b4",
    MARK * 60,
)
HOSTILE = (*AS_HTML, *AS_MARKDOWN, *AS_TEMPLATE, *AS_LETTERS)

ALL = "\n\n".join(HOSTILE)
"""All at once, each at the start of a paragraph, where most of Markdown begins."""

BASE = Answers(
    importance={"pain_first_month": 9, "new_fracture": 8, "procedure_harm": 7},
    order_seed=5,
    opened=("chances",),
    gut_leaning="rather_vertebroplasty",
)
"""Enough answers for every part of every page to be shown."""


def holding(aid: Aid, text: str, *questions: str) -> Answers:
    """Answers with the text in every field that is kept, as a file or a link can bring them.

    `questions` are the person's own, for which a field has room for 200 letters, as for a medicine. Without them all of
    these hold the text too.
    """
    names, own = list(aid.questions), questions or (text, text)
    return BASE.model_copy(
        update={
            "situation": {name: text for name, factor in aid.situation.items() if factor.kind == "text"},
            "own_reasons": (OwnReason(text=text, option="vertebroplasty", importance=9), OwnReason(text=text)),
            "medicines": (own[0],),
            "still_unclear": text,
            "question_edits": QuestionEdits(answered=("own_1",), removed=("own_2", names[1])).model_copy(
                update={  # not checked, as they would be longer than a field takes
                    "reworded": {names[0]: own[0], names[1]: own[0]},
                    "own": {f"own_{number}": question for number, question in enumerate(own, start=1)},
                    "notes": {"own_1": own[-1], names[0]: own[0]},
                }
            ),
            "visit": Visit(reason=text, next_step=text, led_by=text),
        }
    )
