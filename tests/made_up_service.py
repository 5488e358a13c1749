"""A made-up clinic with its own site.yaml: the example of docs/your-clinic.md, with a logo, over the real content."""

import re
import shutil
from pathlib import Path

from harness.aids import REAL

GUIDE = REAL.parent / "docs" / "your-clinic.md"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><circle cx="42" cy="13" r="8" fill="#e0a526"/>'
    '<path d="M2 36 22 12l14 16 8-8 14 16z" fill="#7a1650"/></svg>'
)


def content_of_a_service(folder: Path) -> Path:
    """Copy the content into `folder`, with the clinic's site.yaml and logo; returns the copy's path."""
    copy = Path(shutil.copytree(REAL, folder / "content"))
    example = re.search(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (copy / "site.yaml").write_text(example[1], encoding="utf-8")
    (copy / "logo.svg").write_text(LOGO, encoding="utf-8")
    return copy
