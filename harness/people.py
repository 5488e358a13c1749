"""An ordinary person, for benchmarks and tests: made up, with as many answers as someone gives who takes their time."""

import json

from decision_aid.model.aid import Aid
from decision_aid.model.answers import (
    LONGEST_QUESTION,
    MOST_MEDICINES,
    MOST_QUESTIONS,
    MOST_REASONS,
    MOST_TYPED,
    Answers,
    OwnReason,
    QuestionEdits,
    Visit,
)
from decision_aid.pages import STEPS
from decision_aid.saving.packing import pack


def ordinary(aid: Aid) -> Answers:
    """A dozen answers about the situation, four ratings, a leaning, medicines, the facts and SURE."""
    return Answers(
        situation={
            "time_since_break": "weeks_2_to_6",
            "pain_now": 7,
            "pain_trend": "same",
            "tried": ("paracetamol", "bed_rest", "opioids"),
            "tried_result": "too_little",
            "daily_life": ("walking", "sleep"),
            "scans": ("x_ray", "mri"),
            "medicines": ("blood_thinner",),
            "bleeding_problem": "no_",
            "infection": "no_",
            "heart_or_lung": "not_sure",
            "helper": ("family",),
            "anything_else": "I look after my husband.",
        },
        importance={"pain_first_month": 9, "new_fracture": 8, "procedure_harm": 7, "hospital_time": 3},
        order_seed=5,
        opened=STEPS,
        gut_leaning="rather_vertebroplasty",
        leaning="in_between",
        unclear=("benefits", "evidence"),
        knowledge={name: item.choices[0] for name, item in aid.knowledge.items()},
        instruments={"sure": dict(zip(aid.instruments["sure"].items["en"], ("yes", "no", "yes", "no"), strict=True))},
        stage_at_start="thinking",
        stage_at_end="close",
        medicines=("apixaban", "paracetamol", "my heart pill"),
    )


def with_warning_sign(aid: Aid) -> Answers:
    """The same person, with a sign for which to call at once."""
    usual = ordinary(aid)
    factor, signs = next((name, asked.urgent) for name, asked in aid.situation.items() if asked.urgent)
    return usual.model_copy(update={"situation": {**usual.situation, factor: (min(signs),)}})


def costliest(aid: Aid) -> Answers:
    """What a stranger can put into a link to keep a server busy: all that is drawn, in signs that are twice as wide.

    Fifty questions of one's own and the whole bank are wanted on the list, and all that may be typed is typed.
    """
    usual, most = ordinary(aid), "漢" * LONGEST_QUESTION
    own = {f"own_{number}": most for number in range(1, MOST_QUESTIONS + 1)}
    edits = QuestionEdits(own=own, kept=tuple(aid.questions), answered=tuple(own), notes=dict.fromkeys(own, most))
    open_texts = "漢" * (MOST_TYPED // 10)
    return usual.model_copy(
        update={
            "situation": {**usual.situation, "anything_else": open_texts},
            "importance": {name: 9 for name, outcome in aid.decision.outcomes.items() if outcome.rated},
            "own_reasons": (OwnReason(text=most, option=next(iter(aid.decision.options)), importance=9),)
            * MOST_REASONS,
            "medicines": tuple(aid.medicines)[:MOST_MEDICINES],
            "still_unclear": open_texts,
            "visit": Visit(reason=open_texts),
            "question_edits": edits,
        }
    )


def kept_by_tab(answers: Answers) -> str:
    """These answers as the browser's tab keeps them, to come back with in a tab that is new to the server."""
    return json.dumps({"version": answers.version, **pack(answers)})
