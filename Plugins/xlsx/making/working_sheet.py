"""The hidden sheet of formulas: each judgement as a code, and each figure with what it stands on."""

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from layout.fields import scale_list
from layout.sheets import IDENTITY, JUDGEMENTS, WORKING
from outline.outline import Criterion, Outline
from outline.scales import Aggregate, Scale

from .cells import Book
from .judgement_sheet import KEY_COLUMN, POINT_COLUMN
from .sums import ON_THE_SCALE, SUMS, WITHOUT_ORDER, Basis
from .words import either, number, quoted, share_needed

_FIRST_ROW = 2
_FIRST_COUNT = 12
_MEDIAN = Aggregate("median")


@dataclass(frozen=True)
class Figure:
    """Where a figure's text, number and count of answers stand, as other sheets name them."""

    text: str
    number: str
    band: str
    # Whether the number is a place on the scale.
    is_on_scale: bool
    scale: Optional[Scale]


@dataclass
class Working:
    """Writes the sheet and says where things are."""

    book: Book
    sheet: Worksheet
    outline: Outline
    rows: Dict[str, int] = field(default_factory=dict)
    unknown: List[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.next = _FIRST_ROW
        self.places = {criterion.path: place for place, criterion in enumerate(self.outline.judged)}
        self.figures: Dict[str, Figure] = {}
        self.means: Dict[Tuple[str, int], str] = {}
        for head, column in (("criterion", 1), ("shown", 2), ("code", 3), ("scale", 4), ("value", 5)):
            self.book.put(self.sheet.cell(1, column), head)
        for criterion in self.outline.judged:
            self._judgement(criterion)
        for criterion in reversed(self.outline.criteria):
            if criterion.children and criterion.judged() and not criterion.scale:
                self.figures[criterion.path] = self.figure(
                    criterion.path, criterion.rule, criterion.judged(), criterion.children, criterion.scale
                )

    def _judgement(self, criterion: Criterion) -> None:
        row, self.next = self.next, self.next + 1
        self.rows[criterion.path] = row
        scale = criterion.scale
        if scale is None:
            return
        shown, codes = (self.book.column_of(scale_list(scale.id), letter) for letter in "DG")
        values = self.book.column_of(scale_list(scale.id), "F")
        at = f"MATCH($A{row},{JUDGEMENTS}!${KEY_COLUMN}:${KEY_COLUMN},0)"
        word = f"INDEX({JUDGEMENTS}!${POINT_COLUMN}:${POINT_COLUMN},{at})"
        self.book.put(self.sheet.cell(row, 1), criterion.path)
        # The row is looked up by its key, so that a person may sort the rows.
        self.book.formula(self.sheet.cell(row, 2), f'IFERROR({word}&"","")')
        # 0 and more: a point's place; -1: nothing chosen; -2: not applicable; -3: not reviewed.
        self.book.formula(self.sheet.cell(row, 3), f"SUMPRODUCT(({shown}=B{row})*{codes})-1")
        self.sheet.cell(row, 4).value = scale.number
        self.book.formula(self.sheet.cell(row, 5), f'IF(C{row}>=0,INDEX({values},C{row}+1),"")')

    def cell(self, criterion: Criterion, letter: str) -> str:
        """A cell of a judged criterion's row, for other sheets."""
        return f"{WORKING}!${letter}${self.rows[criterion.path]}"

    def stretch(self, judged: List[Criterion], letter: str) -> str:
        """A column of the rows of judged criteria that stand next to one another."""
        first, last = self.rows[judged[0].path], self.rows[judged[-1].path]
        return f"{WORKING}!${letter}${first}:${letter}${last}"

    def overall(self) -> Optional[Figure]:
        """The whole review's figure; `None` where the framework has none, which nothing here may make."""
        if self.outline.overall is None or not self.outline.judged:
            return None
        return self.figure("", self.outline.overall, self.outline.judged, self.outline.roots, None)

    def shape(self, criterion: Criterion) -> Figure:
        """A criterion as a place on the scale, for the chart: its own figure, or else the median."""
        figure = self.figures[criterion.path]
        if figure.is_on_scale:
            return figure
        return self.figure(criterion.path, _MEDIAN, criterion.judged(), criterion.children, None)

    def axes(self, names: List[str], numbers: List[str]) -> Tuple[int, int]:
        """Writes what the chart shows: names, and numbers that are missing where there is none. Gives the
        rows."""
        first = self.next
        for name, figure in zip(names, numbers):
            self.book.put(self.sheet.cell(self.next, 1), name)
            self._put(self.next, 2, f"IF(ISNUMBER({figure}),{figure},NA())")
            self.next += 1
        return first, self.next - 1

    def common_scale(self, judged: List[Criterion], rule: str) -> Scale:
        """The scale that most of them share, of equally many the first; one that suits the rule if there is
        one."""
        counts: Dict[int, int] = {}
        for criterion in judged:
            if criterion.scale and (criterion.scale.is_ordered or rule in WITHOUT_ORDER):
                counts[criterion.scale.number] = counts.get(criterion.scale.number, 0) + 1
        if not counts:
            return self.common_scale(judged, "distribution")
        best = max(counts.values())
        return self.outline.scales[min(number_ for number_, count in counts.items() if count == best)]

    def figure(
        self,
        name: str,
        rule: Aggregate,
        judged: List[Criterion],
        children: List[Criterion],
        own: Optional[Scale],
    ) -> Figure:
        """Writes one figure's row."""
        scale = own or self.common_scale(judged, rule.name)
        terms = self._terms(children, scale) if rule.name == "weighted-mean" else None
        row, self.next = self.next, self.next + 1
        basis = self._counts(row, name, rule, judged, scale)
        if rule.name == "weighted-mean" and scale.is_ordered:
            said, figure = self._weighted(terms, rule)
        else:
            said, figure = self._said(basis, row)
        self._put(row, 8, figure)
        band = either(
            [f"$H{row}>={number(band.lowest)},{quoted(band.title)}" for band in reversed(rule.bands)], '""'
        )
        self._put(row, 9, f'IF(ISNUMBER($H{row}),{band},"")')
        self._put(row, 10, said)
        self._put(row, 7, f'$J{row}&IF(OR($I{row}="",$I{row}=$J{row}),""," ("&$I{row}&")")')
        at = f"{WORKING}!${{}}${row}"
        is_on_scale = rule.name in ON_THE_SCALE and scale.is_ordered
        return Figure(at.format("G"), at.format("H"), at.format("I"), is_on_scale, scale)

    def _put(self, row: int, column: int, formula: str) -> None:
        self.book.formula(self.sheet.cell(row, column), formula)

    def _counts(self, row: int, name: str, rule: Aggregate, judged: List[Criterion], scale: Scale) -> Basis:
        codes, scales, values = (self.stretch(judged, letter) for letter in "CDE")
        mixed = len({c.scale.number for c in judged if c.scale}) > 1

        def count(code: int) -> str:
            both = f"COUNTIFS({codes},{code},{scales},{scale.number})"
            return both if mixed else f"COUNTIF({codes},{code})"

        self.book.put(self.sheet.cell(row, 1), f"{name} {rule.name}".strip())
        size = len(scale.points)
        counts = [f"${get_column_letter(_FIRST_COUNT + place)}${row}" for place in range(size)]
        upto = [f"${get_column_letter(_FIRST_COUNT + size + place)}${row}" for place in range(size)]
        counts_range, upto_range = f"{counts[0]}:{counts[-1]}", f"{upto[0]}:{upto[-1]}"
        self._put(row, 2, f"SUM({counts_range})")
        for column, code in ((3, -2), (4, -3), (5, -1)):
            self._put(row, column, count(code))
        self._put(row, 6, f"$B{row}+$D{row}+$E{row}")
        for place in range(size):
            self._put(row, _FIRST_COUNT + place, count(place))
            self._put(row, _FIRST_COUNT + size + place, f"SUM({counts[0]}:{counts[place]})")
        listed = scale_list(scale.id)
        first, _ = self.book.places[listed]
        names, points = (f"{IDENTITY}!${c}${first}:${c}${first + size - 1}" for c in "EF")
        total = f"SUMIFS({values},{scales},{scale.number})"
        return Basis(rule, scale, f"$B{row}", counts, upto, counts_range, upto_range, names, points, total)

    def _said(self, basis: Basis, row: int) -> Tuple[str, str]:
        """The text and the number, or why there is none."""
        rule, scale = basis.rule, basis.scale
        if rule.name == "none":
            return quoted("The framework asks for no figure here."), '""'
        if rule.name not in SUMS and rule.name != "weighted-mean":
            self.unknown.append(rule.name)
            return quoted(f"The rule “{rule.name}” is worked out by Waymark, not in this workbook."), '""'
        if not scale.is_ordered and rule.name not in WITHOUT_ORDER:
            return quoted(f"This rule does not suit the scale “{scale.title}”."), '""'
        found = SUMS[rule.name](basis)
        nothing = quoted("Nothing has been answered yet.")
        if rule.name == "distribution":
            return either([f"$B{row}=0,{nothing}"], found.text), '""'
        too_few = f"$B{row}/$F{row}<{number(rule.answered)}-0.000000001"
        few = (
            f'"Only "&$B{row}&" of "&$F{row}&IF($B{row}=1," is"," are")&'
            f"{quoted(f' answered; {share_needed(rule.answered)} needed for a figure.')}"
        )
        text = either(
            [f"$F{row}=0,{quoted('None of this applies here.')}", f"$B{row}=0,{nothing}", f"{too_few},{few}"],
            found.text,
        )
        return text, either([f'$F{row}=0,""', f'$B{row}=0,""', f'{too_few},""'], found.number)

    def _weighted(self, terms: Optional["Terms"], rule: Aggregate) -> Tuple[str, str]:
        if terms is None:
            return quoted("Nothing here is marked in this kind of review."), '""'
        few = (
            f'"Those with a figure carry "&ROUND({terms.answered},2)&" of "&ROUND({terms.all},2)&'
            f"{quoted(f' of the weight; {share_needed(rule.answered)} needed for a figure.')}"
        )
        short = f"{terms.answered}/{terms.all}<{number(rule.answered)}-0.000000001"
        figure = f"{terms.total}/{terms.answered}"
        text = either(
            [
                f"{terms.all}=0,{quoted('None of this applies here.')}",
                f"{terms.answered}=0,{quoted('Nothing has been answered yet.')}",
                f"{short},{few}",
            ],
            f'ROUND({figure},2)&""',
        )
        return text, either([f'{terms.all}=0,""', f'{terms.answered}=0,""', f'{short},""'], figure)

    def _terms(self, children: List[Criterion], scale: Scale) -> Optional["Terms"]:
        """One row a criterion right below: its weight, its number, and whether it applies."""
        numbers: List[Tuple[Criterion, str, str]] = []
        for child in children:
            kept = [c for c in child.judged() if c.scale == scale]
            if kept:
                codes, scales = self.stretch(child.judged(), "C"), self.stretch(child.judged(), "D")
                applies = f'--(COUNTIFS({codes},"<>-2",{scales},{scale.number})>0)'
                numbers.append((child, self._number(child, scale), applies))
        if not numbers:
            return None
        first = self.next
        for child, value, applies in numbers:
            row, self.next = self.next, self.next + 1
            self.book.put(self.sheet.cell(row, 1), f"{child.path} as a part")
            self.sheet.cell(row, 2).value = child.weight
            self._put(row, 3, value)
            self._put(row, 4, applies)
        weight, figure, applies = (f"${c}${first}:${c}${self.next - 1}" for c in "BCD")
        return Terms(
            f"SUMPRODUCT({weight}*{applies})",
            f"SUMPRODUCT({weight}*{applies}*ISNUMBER({figure}))",
            f"SUMPRODUCT({weight}*{applies},{figure})",
        )

    def _number(self, criterion: Criterion, scale: Scale) -> str:
        """A part's own number; where its rule gives none, the weighted mean of what is below it."""
        if criterion.scale:
            return f"$E${self.rows[criterion.path]}"
        figure = self.figures[criterion.path]
        if figure.scale == scale and figure.is_on_scale and criterion.rule.name != "mode":
            return figure.number.replace(f"{WORKING}!", "")
        below = self._mean_below(criterion, scale)
        if figure.scale == scale and criterion.rule.name in ("mode", "proportion"):
            # Where enough was answered but the rule gives no single place, the parts below speak.
            said = figure.text.replace("$G", "$B").replace(f"{WORKING}!", "")
            applicable = said.replace("$B", "$F")
            enough = f"{said}>=({number(criterion.rule.answered)}-0.000000001)*{applicable}"
            own = figure.number.replace(f"{WORKING}!", "") if criterion.rule.name == "mode" else '""'
            return f'IF(ISNUMBER({own}),{own},IF(AND({said}>0,{enough}),{below},""))'
        return below

    def _mean_below(self, criterion: Criterion, scale: Scale) -> str:
        key = (criterion.path, scale.number)
        if key not in self.means:
            terms = self._terms(criterion.children, scale)
            row, self.next = self.next, self.next + 1
            self.book.put(self.sheet.cell(row, 1), f"{criterion.path} weighted mean below")
            self._put(row, 8, self._weighted(terms, criterion.rule)[1])
            self.means[key] = f"$H${row}"
        return self.means[key]


@dataclass(frozen=True)
class Terms:
    """Formulas of sums of weights: of all that apply, of those with a number, and the weighted sum of the
    numbers."""

    all: str
    answered: str
    total: str
