import json
import re
import sys

cases = json.load(sys.stdin)
print(json.dumps([re.compile(case["pattern"]).search(case["text"]) is not None for case in cases]))
