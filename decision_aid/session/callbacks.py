"""Callbacks of widgets and components, which must run to their end."""

from collections.abc import Callable
from typing import ParamSpec

from streamlit.runtime.scriptrunner import RerunException

Arguments = ParamSpec("Arguments")


def uninterrupted(
    function: Callable[Arguments, None], *args: Arguments.args, **options: Arguments.kwargs
) -> Callable[[], None]:
    """A callback that calls the function, and runs to its end even if the browser sends the next input meanwhile.

    In that case Streamlit 1.67 raises RerunException at the next access to the session state and never calls the
    callback again, so the answer would be lost (see `_run_callback_and_record_rerun` in its session_state.py). Here the
    function is called again at once, and the exception is raised afterwards.

    So the function may run more than once, up to its last access to the session state: that must be its one write,
    unless writing twice equals writing once. It must not call `st.rerun`.
    """

    def callback() -> None:
        requested = None
        while True:
            try:
                function(*args, **options)
            except RerunException as rerun:
                requested = rerun
            else:
                break
        if requested:
            raise requested

    return callback
