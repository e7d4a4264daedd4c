"""From observations to the tables that a person reads."""

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from kappa import jackknife_error, weighted_kappa, weights
from pairs import Criterion, Pair, Scale, pair_up, table, why_no_pairs
from waymark_plugin import Call, Mistakes
from words import FEWEST_PAIRS, ONE_POINT, TOO_FEW, in_words

WEIGHTS = {
    "linear": "Linear weights: a mark two points away counts as twice as far as one point away.",
    "quadratic": "Quadratic weights: a mark two points away counts as four times as far as one point away.",
    "none": "No weights: a mark one point away counts as no agreement at all.",
}

SCHOOLS = ("Schools", "integer", "How many have pairs")
PAIRS = ("Pairs", "integer", "Marks of the same school, period and criterion by the school and by its peers")
SAME = ("Same point", "number", "Share of pairs on the same point, from 0 to 1")
LOWER = ("Peers lower", "number", "Share of pairs in which the peers marked lower")
HIGHER = ("Peers higher", "number", "Share of pairs in which the peers marked higher")
OBSERVED = ("Observed", "number", "Agreement by the weights, from 0 to 1")
EXPECTED = ("By chance", "number", "What it would be if each had marked without looking, with the same frequencies")
KAPPA = ("Kappa", "number", "What is left beyond chance: 1 is full agreement, 0 is chance")
ERROR = ("Error", "number", "Standard error of kappa")
LOW = ("From", "number", "95 % interval of kappa, lower end")
HIGH = ("To", "number", "95 % interval of kappa, upper end")
WORDS = ("In words", "text", "What that means")

AGREEMENT = [PAIRS, SAME, KAPPA, LOW, HIGH, WORDS]
BEHIND = [SCHOOLS, LOWER, HIGHER, OBSERVED, EXPECTED, ERROR]

# What is known of a criterion, or of all that share a scale, by column.
Row = Dict[str, Any]


def analyse(params: Mapping[str, Any], call: Optional[Call] = None) -> Dict[str, Any]:
    options = params.get("options") or {}
    name = options.get("weights", "linear")
    if name not in WEIGHTS:
        raise Mistakes(f"There are no weights “{name}”; there are: {', '.join(WEIGHTS)}.")
    document = params["framework"]["document"]
    title = f"Agreement of schools and peers: {document['title']}"
    nothing = why_no_pairs(document)
    if nothing:
        return {"title": title, "notes": [nothing], "tables": []}
    criteria = pair_up(document, params["observations"], options.get("period"))
    if not any(criterion.pairs for criterion in criteria):
        words = "No school has both its own mark and its peers' for the same criterion in the same period."
        return {"title": title, "notes": [words], "tables": []}
    rows = []
    for done, criterion in enumerate(criteria):
        if call:
            call.progress(done, len(criteria))
        rows.append((criterion.name, _row(criterion.scale, criterion.pairs, _weights(name, criterion.scale))))
    tables = [_table("Each criterion", "Criterion", AGREEMENT, rows)]
    pooled = _pooled(criteria, name)
    if pooled:
        tables.append(_table("Criteria that share a scale, taken together", "Scale", AGREEMENT, pooled))
    tables.append(_table("Behind these figures", "Criterion or scale", BEHIND, rows + pooled))
    return {"title": title, "notes": _notes(criteria, name, bool(pooled)), "tables": tables}


def _weights(name: str, scale: Scale) -> List[List[float]]:
    return weights("none" if scale.kind == "nominal" else name, scale.places)


def _pooled(criteria: Sequence[Criterion], name: str) -> List[Tuple[str, Row]]:
    """One line a scale that several criteria share: how the marking agrees, not how anybody did."""
    rows = []
    for scale in {id(criterion.scale): criterion.scale for criterion in criteria}.values():
        sharing = [criterion for criterion in criteria if criterion.scale is scale and criterion.pairs]
        if len(sharing) > 1:
            pairs = [pair for criterion in sharing for pair in criterion.pairs]
            label = f"{scale.title} ({len(sharing)} criteria)"
            rows.append((label, _row(scale, pairs, _weights(name, scale), is_pooled=True)))
    return rows


def _row(scale: Scale, pairs: Sequence[Pair], agreement: List[List[float]], is_pooled: bool = False) -> Row:
    subjects = sorted({pair.subject for pair in pairs})
    row: Row = {SCHOOLS[0]: len(subjects), PAIRS[0]: len(pairs)}
    if len(pairs) < FEWEST_PAIRS or (is_pooled and len(subjects) < FEWEST_PAIRS):
        return {**row, WORDS[0]: TOO_FEW}
    points = len(scale.labels)
    row[SAME[0]] = sum(pair.peer == pair.own for pair in pairs) / len(pairs)
    if scale.kind != "nominal":
        row[LOWER[0]] = sum(pair.peer < pair.own for pair in pairs) / len(pairs)
        row[HIGHER[0]] = sum(pair.peer > pair.own for pair in pairs) / len(pairs)
    found = weighted_kappa(table(pairs, points), agreement)
    row[OBSERVED[0]], row[EXPECTED[0]] = found.observed, found.expected
    if found.kappa is None:
        return {**row, WORDS[0]: ONE_POINT}
    row[KAPPA[0]] = found.kappa
    if is_pooled:
        # Marks of one school go together, which the formula for single pairs does not know.
        of_subject: Dict[int, List[Pair]] = {subject: [] for subject in subjects}
        for pair in pairs:
            of_subject[pair.subject].append(pair)
        error = jackknife_error([table(own, points) for own in of_subject.values()], agreement)
        found = found._replace(error=error)
    if found.interval:
        row[ERROR[0]] = found.error
        row[LOW[0]], row[HIGH[0]] = found.interval
    row[WORDS[0]] = in_words(row[KAPPA[0]], found.interval, is_rough=len(pairs) < 2 * points**2)
    return row


def _table(
    title: str, first: str, columns: Sequence[Tuple[str, str, str]], rows: Sequence[Tuple[str, Row]]
) -> Dict[str, Any]:
    heads = [{"name": first, "type": "text", "meaning": "What was marked"}]
    heads += [{"name": name, "type": kind, "meaning": meaning} for name, kind, meaning in columns]
    cells = [[label] + [_shown(row.get(column[0])) for column in columns] for label, row in rows]
    return {"title": title, "columns": heads, "rows": cells}


def _shown(value: Any) -> Any:
    return round(value, 4) + 0.0 if isinstance(value, float) else value


def _notes(criteria: Sequence[Criterion], name: str, has_pooled: bool) -> List[str]:
    notes = [
        "Kappa says how far schools and their peers agree beyond what chance would give. It does not say who is right, "
        "and it is no grade of any school.",
        WEIGHTS[name],
        "Where nearly all marks are on one point, kappa can be low although nearly all pairs agree: read it beside the "
        "share on the same point.",
        "Standard errors after Fleiss, Cohen and Everitt (1969). They hold for many independent pairs, of reviews in which "
        "peers mark without being led by the school's own marks.",
    ]
    if any(criterion.scale.kind == "nominal" for criterion in criteria):
        notes.append("Points without an order are either the same or not: for those criteria no weights are used.")
    repeated = any(len({pair.subject for pair in each.pairs}) < len(each.pairs) for each in criteria)
    if repeated:
        notes.append(
            "Some schools are in with several periods. Their pairs are not independent, so that the intervals of single "
            "criteria are somewhat too narrow; the option period takes one school year alone."
        )
    if any(len(each.pairs) >= FEWEST_PAIRS for each in criteria):
        notes.append(
            "“Rough” stands where there are fewer pairs than twice the number of points squared: there the interval is "
            "only a rough guide."
        )
    if has_pooled:
        notes.append(
            "The second table puts all pairs of criteria with one scale together. It tells how the marking agrees, and "
            "sums up nobody's results. Its standard error leaves out one school at a time, because the marks of one "
            "school go together."
        )
    return notes
