"""The sheets and their columns. Both sides find them by these keys, never by their places."""

FORMAT = "waymark.xlsx/1"

START, JUDGEMENTS, STATEMENTS, MEASURES = "Start here", "Judgements", "Statements", "Measures"
RESULTS, WORKING, IDENTITY = "Results", "Working", "Waymark"

# What the first cell of a sheet says, so that a sheet may be renamed.
MARKERS = {
    START: "waymark:start",
    JUDGEMENTS: "waymark:judgements",
    STATEMENTS: "waymark:statements",
    MEASURES: "waymark:measures",
}
IDENTITY_MARKER = "waymark"

# Keys of columns, in the hidden first row.
VALUE, TITLE = "value", "title"
NAME, ROLE, SCHOOL = VALUE, "role", "school"
POINT, EVIDENCE, ACTIONS, CHALLENGE = "point", "evidence", "actions", "challenge"
HOLDS = "holds"
TEAM = "team-"
FACT, AGREEMENT, MEASURE = "fact/", "agreement/", "measure/"

# What a cell of a spreadsheet can hold.
LONGEST_TEXT = 32_767

NOT_APPLICABLE, NOT_REVIEWED = "not-applicable", "not-reviewed"
WITHOUT_POINT = {NOT_APPLICABLE: "Not applicable", NOT_REVIEWED: "Not reviewed"}
YES_NO = "yes-no"
