"""Words explained: every term of the aid with its meaning."""

from decision_aid import session
from decision_aid.views import glossary

session.alone(glossary.all_words)
