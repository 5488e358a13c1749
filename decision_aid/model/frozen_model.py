"""The base class of all data models: immutable, and unknown keys are refused."""

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """An immutable model. Unknown keys are errors, since a misspelled key would otherwise be ignored.

    Errors do not quote the input: it may be an answer, and the error may reach a log.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)
