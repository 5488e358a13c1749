"""Pure functions of the aid and the answers: no Streamlit, no files, no wording."""
