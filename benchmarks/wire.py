"""The parts of Streamlit 1.67's websocket messages that a browser must read and write to use the aid."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState

Value = list[str] | str | bool
"""What a widget holds on the wire: the labels that are chosen, text, or a tick."""

PREFIX = "$$ID-"


@dataclass
class Widget:
    """A widget on the page: what it holds, the part of the page that it is drawn with ("" for none), and whether the
    frame shows it on every page."""

    value: Value
    part: str = ""
    of_frame: bool = False


Widgets = dict[str, Widget]
"""By their ids."""


def drawn_anew(now: Widgets, part: str, coming: Widgets) -> Widgets:
    """What stands on the page once a part of it has come again."""
    return {identity: widget for identity, widget in now.items() if widget.part != part} | coming


def widget(element: Element) -> tuple[str, Value, bool] | None:
    """The id of a widget, what it shows, and whether the server says so now; None for what is no such widget."""
    kind = element.WhichOneof("type")
    shown: Any = getattr(element, kind or "empty")
    match kind:
        case "button_group":
            labels = [option.content for option in shown.options]
            return shown.id, _chosen(shown.raw_values, shown, labels), shown.set_value
        case "multiselect":
            return shown.id, _chosen(shown.raw_values, shown, list(shown.options)), shown.set_value
        case "slider" if shown.options:
            return shown.id, _chosen(shown.raw_value, shown, list(shown.options)), shown.set_value
        case "checkbox" | "text_area" | "text_input":
            return shown.id, shown.value if shown.set_value else shown.default, shown.set_value
    return None


def _chosen(values: Any, shown: Any, labels: list[str]) -> list[str]:
    return list(values) if shown.set_value else [labels[int(index)] for index in shown.default]


def key_of(identity: str) -> str:
    """The key that the program gave a widget: Streamlit puts it after a prefix and a hash."""
    return identity.removeprefix(PREFIX).partition("-")[2]


def state(identity: str, value: Value) -> WidgetState:
    """What a widget holds, as the browser tells it."""
    held = WidgetState(id=identity)
    if isinstance(value, bool):
        held.bool_value = value
    elif isinstance(value, str):
        held.string_value = value
    else:
        held.string_array_value.data.extend(value)
    return held


def component_data(element: Element, name: str) -> tuple[str, dict[str, Any]] | None:
    """The id of a component of this name and the data that it was given; None for anything else."""
    if element.WhichOneof("type") != "bidi_component" or element.bidi_component.component_name != name:
        return None
    return element.bidi_component.id, json.loads(element.bidi_component.json or "{}")


def trigger(component: str, event: str, value: Any) -> WidgetState:
    """A component's trigger value: Streamlit gathers those of a component under an id made from its own."""
    events = json.dumps([{"event": event, "value": value}])
    return WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{component}__events", json_trigger_value=events)


def run(
    page_hash: str,
    page_name: str,
    address: str,
    states: list[WidgetState],
    known: set[str],
    part: str = "",
    query: str = "",
) -> bytes:
    """Ask for a run of the script, or of a part of it (a fragment).

    `known` names the messages that the browser still has and need not be sent again; `query` is that of the address.
    """
    request = BackMsg()
    request.rerun_script.fragment_id = part
    request.rerun_script.page_script_hash = page_hash
    request.rerun_script.page_name = page_name
    request.rerun_script.query_string = query
    request.rerun_script.widget_states.widgets.extend(states)
    request.rerun_script.cached_message_hashes.extend(known)
    context = request.rerun_script.context_info
    context.locale, context.timezone, context.timezone_offset, context.url = "en-US", "UTC", 0, address
    message: bytes = request.SerializeToString()
    return message
