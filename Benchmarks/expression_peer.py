"""The peer of expressions: the Rust `cel`, through its package for Python, over the same values.

Prints how often a second it evaluates each expression, by processor time, and what each gives, as JSON.
"""

import json
import time
from itertools import repeat

import cel

ANSWERS, RUNS = 60, 20

# The values of Evaluating.swift.
COVERED = [
    ["our-impact/outcomes", "curriculum/offer", "teaching/practice"],
    ["curriculum/offer", "our-impact/outcomes", "inclusion/attendance"],
    ["curriculum/offer", "teaching/practice", "our-impact/outcomes"],
    ["curriculum/offer", "teaching/practice", "inclusion/attendance"],
]
AVERAGES = [3.75, 2.5, 1.9, 1.1]
TEAMS = [
    ("Ashfield Primary School", "Brook Lane Academy"),
    ("Brook Lane Academy", "Brook Lane Academy"),
    ("Cedar Hill School", "Cedar Mill School"),
    ("Dale End Primary School", "Ashfield Primary School"),
]

WEIGHED = " + ".join(f"answers[{place}].value * answers[{place}].weight" for place in range(ANSWERS))
WEIGHTS = " + ".join(f"answers[{place}].weight" for place in range(ANSWERS))
# The language has no sum. Its users lend it Python's (the package's own extension, in Python too, is slower), or,
# where the number of answers never changes, write every term. Fewer rounds for these two; figures are a second's.
EXPRESSIONS = [
    ("coverage", 100_000, 'covered.exists(p, p.startsWith("our-impact/")) && size(covered) >= 2'),
    (
        "band",
        100_000,
        'average >= 3.5 ? "embedded" : average >= 2.5 ? "secure" : average >= 1.5 ? "developing" : "emerging"',
    ),
    ("role", 100_000, "team.lead != team.host"),
    ("mean", 1_000, "sum(answers.map(a, a.value * a.weight)) / sum(answers.map(a, a.weight))"),
    ("mean in full", 10_000, f"({WEIGHED}) / ({WEIGHTS})"),
]


def context(review):
    """Made once, which is the peer's fastest way: a plain dictionary is converted again at each evaluation."""
    lead, host = TEAMS[review]
    made = cel.Context(functions={"sum": sum})
    made.add_variable("covered", COVERED[review])
    made.add_variable("average", AVERAGES[review])
    made.add_variable("team", {"lead": lead, "host": host})
    places = range(ANSWERS)
    answers = [{"value": float((p * p + 3 * review) % 7), "weight": float(1 + (p * 5 + review) % 4)} for p in places]
    made.add_variable("answers", answers)
    return made


def seconds(execute, contexts, rounds):
    begin = time.process_time()
    for one in contexts:
        for _ in repeat(None, rounds // len(contexts)):
            execute(one)
    return time.process_time() - begin


contexts = [context(review) for review in range(len(COVERED))]
found = {}
for name, rounds, text in EXPRESSIONS:
    execute = cel.compile(text).execute
    best = min(seconds(execute, contexts, rounds) for _ in range(RUNS))
    found[name] = {"rate": rounds / best, "answers": [execute(one) for one in contexts]}
print(json.dumps(found))
