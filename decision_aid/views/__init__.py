"""Views: each draws one thing. Only views, session and pages import Streamlit or Altair."""
