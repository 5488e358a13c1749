"""Together: three screens for the visit."""

from decision_aid import reader, session
from decision_aid.summary.summary import summarize
from decision_aid.views.together import together

aid, answers = session.aid(), session.answers()

together(aid, answers, summarize(aid, answers, reader.today()))
