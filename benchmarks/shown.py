"""What stands on a page, for a client without a browser."""

from dataclasses import dataclass, field

from benchmarks import wire


@dataclass
class Shown:
    """What stands on the page: the value of each widget by id, the part that it is drawn with ("" for none), and which
    of them the frame shows on every page."""

    widgets: dict[str, wire.Value] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    of_frame: set[str] = field(default_factory=set)
    hashes: set[str] = field(default_factory=set)

    def without(self, part: str) -> "Shown":
        """The rest of the page, when a part is drawn anew."""
        widgets = {name: value for name, value in self.widgets.items() if self.parts[name] != part}
        return Shown(widgets, {name: self.parts[name] for name in widgets}, self.of_frame & widgets.keys(), self.hashes)

    def and_also(self, other: "Shown") -> "Shown":
        """This and what stands there as well."""
        return Shown(
            self.widgets | other.widgets,
            self.parts | other.parts,
            self.of_frame | other.of_frame,
            self.hashes | other.hashes,
        )
