"""Parsed HTML for tests: text, tags, attribute values and unmatched tags."""

from html.parser import HTMLParser

WITHOUT_END = {"br", "hr", "img", "input", "link", "meta"}


class ParsedHtml(HTMLParser):
    """Text of a piece of HTML, its tags with their attribute names, the attribute values, and the unmatched tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[str] = []
        self.unmatched: list[str] = []
        self._open: list[str] = []
        self.feed(str(html))  # pieces of Markup would be escaped again
        self.close()
        self.unmatched += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        self._open += [tag] if tag not in WITHOUT_END else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1:] == [tag]:
            self._open.pop()
        else:
            self.unmatched.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
