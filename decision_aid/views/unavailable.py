"""The one page a person sees when the content cannot be used; its words stand here, as the content is closed."""

import streamlit as st


def show() -> None:
    """Say kindly that the aid is closed for repair, and what to do meanwhile."""
    st.title("We cannot show this aid just now", anchor=False)
    st.write("Something in its content needs mending. Nothing is wrong on your side, and you have lost nothing.")
    st.write("**Feeling very unwell?** Call your emergency number now. For all else, please ask your doctor or nurse.")
    st.write("Please try again later.")
