"""Where the project serves itself: what goes round Streamlit's own server. The aid runs without any of it."""
