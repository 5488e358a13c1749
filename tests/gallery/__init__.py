"""The views by example. `?example=NAME` shows one of them, as the tests and the pictures ask for it."""

APP = "tests/gallery/app.py"


def address_of(gallery: str, name: str) -> str:
    """Where the gallery that is served at an address shows one example."""
    return f"{gallery}/?example={name}"
