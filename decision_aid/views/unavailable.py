"""The page that is shown when the content cannot be used. Its texts are here, as those of the content may fail."""

import streamlit as st


def show() -> None:
    """Say that the aid is closed for repair, and what to do meanwhile."""
    st.title("We cannot show this aid just now", anchor=False)
    st.write("Something in its content needs mending. Nothing is wrong on your side, and you have lost nothing.")
    st.write("**Feeling very unwell?** Call your emergency number now. For all else, please ask your doctor or nurse.")
    st.write("Please try again later.")
