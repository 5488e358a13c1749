import sys
from pathlib import Path
from decision_aid.content.load import shape
from decision_aid.content.tree import read
t=read(Path("content")); shape(t,"en")
for f in sorted(set(t.faults)): print(f)
sys.exit(bool(t.faults))
