"""Gallery of views by example. `?example=NAME` shows one example, for tests and pictures."""

APP = "tests/gallery/app.py"


def address_of(gallery: str, name: str) -> str:
    """The address of one example in a gallery served at `gallery`."""
    return f"{gallery}/?example={name}"
