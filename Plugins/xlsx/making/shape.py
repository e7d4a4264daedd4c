"""The chart of the results, with its figures as a table beside it."""

from typing import List, Optional, Tuple, Union

from openpyxl.chart import BarChart, RadarChart, Reference, Series
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from outline.outline import Criterion, Outline
from outline.scales import Scale

from . import looks
from .cells import Book
from .working_sheet import Working

# How many axes make a readable shape; with fewer, bars are clearer.
_SHAPE = range(3, 17)
# The chart is about as high as so many rows of the table.
_ROWS = 18
_LONGEST_NAME = 32
_BLUE, _GREY = "1F5F8B", "B8C2C9"


def axes(outline: Outline, working: Working) -> Tuple[List[Criterion], Optional[Scale]]:
    """The deepest level that a radar shows whole, on the scale that most criteria share; else the deepest
    short one."""
    if not any(c.scale and c.scale.is_ordered for c in outline.judged):
        return [], None
    scale = working.common_scale(outline.judged, "median")
    levels: List[List[Criterion]] = []
    for depth in sorted({criterion.depth for criterion in outline.criteria}, reverse=True):
        level = [c for c in outline.criteria if c.depth == depth and _is_on(c, scale, working)]
        if level:
            levels.append(level)
    found = next((level for level in levels if len(level) in _SHAPE), None)
    found = found or next((level for level in levels if len(level) < _SHAPE.stop), None)
    return found or [], scale


def _is_on(criterion: Criterion, scale: Scale, working: Working) -> bool:
    if criterion.scale:
        return criterion.scale == scale
    figure = working.figures.get(criterion.path)
    return figure is not None and figure.scale == scale


def write_shape(book: Book, sheet: Worksheet, outline: Outline, working: Working, row: int) -> int:
    """The table of the chart's figures, and the chart beside it; gives the next free row."""
    shown, scale = axes(outline, working)
    if len(shown) < 2 or scale is None:
        return row
    told = "Rating" if all(c.scale for c in shown) else "Figure (the median, or the rule of the framework)"
    book.put(
        sheet.cell(row, 2),
        "The shape" if len(shown) in _SHAPE else "At a glance",
        font=looks.HEADING,
        alignment=looks.ONE_LINE,
    )
    sheet.row_dimensions[row].height = 22
    row += 1
    for column, text in ((2, "Code"), (3, "Axis of the chart"), (4, told)):
        book.put(sheet.cell(row, column), text, font=looks.HEAD, fill=looks.HEAD_FILL, border=looks.BOX)
    looks.grow(sheet, row, [(told, 24)])
    figures = [_figure(criterion, working) for criterion in shown]
    names = _names(shown)
    first = row
    for criterion, (text, _) in zip(shown, figures):
        row += 1
        book.put(sheet.cell(row, 2), criterion.code, border=looks.BOX)
        book.put(sheet.cell(row, 3), book.title_of(criterion.path), border=looks.BOX)
        book.formula(sheet.cell(row, 4), text, border=looks.BOX)
        looks.grow(sheet, row, [(book.title_of(criterion.path), 52)])
    row += 1
    points = " · ".join(
        str(p.value) if p.name == str(p.value) else f"{p.value} = {p.name}" for p in scale.points
    )
    key = f"The rings, from the inside: {points}." if len(shown) in _SHAPE else f"The bars: {points}."
    book.put(sheet.cell(row, 2), key, font=looks.HINT)
    sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
    looks.grow(sheet, row, [(key, 84)])
    places = working.axes(names, [number for _, number in figures])
    sheet.add_chart(_chart(working.sheet, places, scale, len(shown) in _SHAPE), f"E{first}")
    return max(row, first + _ROWS) + 2


def _figure(criterion: Criterion, working: Working) -> Tuple[str, str]:
    """The text and the number of an axis, as formulas."""
    if criterion.scale:
        text = working.cell(criterion, "B")
        return f'IF({text}="","not answered",{text})', working.cell(criterion, "E")
    figure = working.shape(criterion)
    return figure.text, figure.number


def _names(shown: List[Criterion]) -> List[str]:
    """Short enough to stand around the chart. Codes tell axes apart only within one group."""
    groups = {criterion.path.rpartition("/")[0] for criterion in shown}
    names = [criterion.heading if len(groups) == 1 else criterion.title for criterion in shown]
    return [
        name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…" for name in names
    ]


def _chart(
    sheet: Worksheet, places: Tuple[int, int], scale: Scale, is_shape: bool
) -> Union[RadarChart, BarChart]:
    first, last = places
    chart: Union[RadarChart, BarChart] = RadarChart() if is_shape else BarChart()
    if isinstance(chart, RadarChart):
        chart.type = "marker"
    else:
        chart.type = "bar"
    series = Series(Reference(sheet, min_col=2, min_row=first, max_row=last), title="This review")
    series.graphicalProperties = GraphicalProperties(solidFill=None if is_shape else _BLUE)
    if is_shape:
        series.graphicalProperties.line.solidFill = _BLUE
        series.graphicalProperties.line.width = 28_000
        # Where nothing is answered there is no line: the markers still show the rest.
        series.marker.symbol, series.marker.size = "circle", 8
        series.marker.graphicalProperties = GraphicalProperties(solidFill=_BLUE)
    chart.series.append(series)
    # The names are texts; openpyxl would call them numbers.
    series.cat = AxDataSource(strRef=StrRef(f"{sheet.title}!$A${first}:$A${last}"))
    values = [point.value for point in scale.points]
    chart.y_axis.scaling.min = min(values) - 1 if min(values) > 0 else min(values)
    chart.y_axis.scaling.max = max(values)
    chart.y_axis.majorUnit = 1
    chart.y_axis.majorGridlines.spPr = GraphicalProperties()
    chart.y_axis.majorGridlines.spPr.line.solidFill = _GREY
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.y_axis.number_format = "0"
    small = CharacterProperties(sz=900)
    chart.x_axis.txPr = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=small), endParaRPr=small)])
    chart.legend = None
    chart.title = None
    # The data stand on a hidden sheet; without this a spreadsheet program may leave them out.
    chart.visible_cells_only = False
    chart.display_blanks = "gap"
    chart.width, chart.height = 17, 10.5
    return chart
