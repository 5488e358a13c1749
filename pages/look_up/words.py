"""Words explained: every term of the aid with its meaning."""

from decision_aid.session import fragments
from decision_aid.views import glossary

fragments.as_fragment(glossary.all_words)
