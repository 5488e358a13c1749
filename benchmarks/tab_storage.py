"""What decision_aid/mirror.js does in a browser's tab, for a client without one."""

from typing import Any


class TabStorage:
    """The answers that the tab keeps. It outlives a lost connection and a reload."""

    def __init__(self, answers: str = "") -> None:
        """`answers` is what the tab has kept from another server."""
        self._kept: tuple[str, str] | None = ("another", answers) if answers else None
        self._answering = ""
        self._lived_on = False

    def reloaded(self) -> None:
        """The page starts anew; the storage stays."""
        self._answering = ""

    def see(self, data: dict[str, Any]) -> dict[str, Any] | None:
        """Keep what the server says, or hand over what is kept where the server does not know it."""
        if self._answering != data["session"]:
            self._lived_on, self._answering = self._answering != "", data["session"]
        if self._kept and self._kept[0] != data["session"] and not data["settled"]:
            return {"answers": self._kept[1], "lived_on": self._lived_on}
        self._kept = (data["session"], data["answers"]) if data["answers"] else None
        return None
