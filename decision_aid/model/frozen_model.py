"""The base of everything the aid knows or a person answered: frozen, and closed to unknown keys."""

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """An immutable record. Unknown keys are faults, since a misspelt key would otherwise be lost in silence.

    What does not fit is not told by the fault itself: it may be an answer, and the fault may reach a log.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)
