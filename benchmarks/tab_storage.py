"""What decision_aid/mirror.js does in a browser's tab, for a client without one."""

from typing import Any


class TabStorage:
    """The answers that the tab keeps. It outlives a lost connection and a reload."""

    def __init__(self, answers: str = "") -> None:
        """`answers` is what the tab has kept from another server."""
        self._kept: tuple[str, str] | None = ("another", answers) if answers else None
        self._answering = self._page = ""
        self._lived_on = False

    def reloaded(self) -> None:
        """The page starts anew; the storage stays."""
        self._answering = ""

    def see(self, data: dict[str, Any]) -> dict[str, Any] | None:
        """Keep what the server says, or hand over what is kept where the server does not know it."""
        if data.get("part"):
            if self._answering == data["session"] and self._kept_for(data["session"]):
                self._kept = (data["session"], data["answers"]) if data["answers"] else None
            return None
        if self._answering != data["session"]:
            self._lived_on = self._answering != "" and self._page == data["page"]
            self._answering = data["session"]
        self._page = data["page"]
        if not self._kept_for(data["session"]) and not data["settled"]:
            return {"answers": self._kept[1] if self._kept else "", "lived_on": self._lived_on}
        self._kept = (data["session"], data["answers"]) if data["answers"] else None
        return None

    def _kept_for(self, session: str) -> bool:
        """Whether this session may write over what is kept, because it is its own, or nothing is."""
        return self._kept is None or self._kept[0] == session
