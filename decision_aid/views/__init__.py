"""Each view draws one thing. Streamlit and Altair live here, in session.py and in pages/, and nowhere else."""
