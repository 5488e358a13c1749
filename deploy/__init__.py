"""Where the project serves itself: what goes round Streamlit's own server. The aid runs without any of it."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
