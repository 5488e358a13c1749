"""What decision_aid/session/mirror.js does in a browser's tab, for a client without one."""

from typing import Any


class TabStorage:
    """The answers that the tab keeps. It outlives a lost connection and a reload."""

    def __init__(self, answers: str = "") -> None:
        """`answers` is what the tab has kept from another server."""
        self._kept: tuple[str, str] | None = ("another", answers) if answers else None
        self._answering = ""

    def reloaded(self) -> None:
        """The page starts anew; the storage stays."""
        self._answering = ""

    def see(self, data: dict[str, Any]) -> tuple[str, Any] | None:
        """Keep what the server says, and answer by an event and its value: "found" with what is kept, where the server
        does not know it, and "arrived" once the page shows that. None where there is nothing to answer."""
        if data.get("part"):
            if self._answering == data["session"] and self._kept_for(data["session"]):
                self._kept = (data["session"], data["answers"]) if data["answers"] else None
            return None
        self._answering = data["session"]
        if not self._kept_for(data["session"]) and not data["restored"]:
            return "found", {"answers": self._kept[1] if self._kept else ""}
        self._kept = (data["session"], data["answers"]) if data["answers"] else None
        return ("arrived", True) if data["on_the_way"] else None

    def _kept_for(self, session: str) -> bool:
        """Whether this session may write over what is kept, because it is its own, or nothing is."""
        return self._kept is None or self._kept[0] == session
