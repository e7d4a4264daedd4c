/// What the page of a framework shows, in the names that its templates ask for.
struct FrameworkPage: Sendable {
  /// What there is to say of the whole, while its author writes.
  var live: LiveFindings?
  /// What a variant extends, in a sentence.
  var extends: PageText?
  var contents: [ContentsEntry]
  var sources: [Source]
  var scales: [ScaleBlock]
  /// Sentences on who judges what.
  var judging: [PageText]
  var coverage: [CoverageGroup]
  var overall: OverallNote
  var criteria: [CriterionBlock]
  var team: TeamPart?
  var process: ProcessPart?
  var rules: RulesPart?
  var measures: MeasuresPart?
  var watch: WatchPart?
  var tools: [ToolBlock]
  /// The forms that are filled once for a review.
  var sheets: [FormBlock]
  var status: PageText
  var reference: PageText
  var digest: PageText

  struct ContentsEntry: Sendable {
    var href: PageText
    var code: PageText?
    var title: PageText
    var children: [ContentsEntry] = []
  }

  struct Source: Sendable {
    var title: PageText
    var detail: PageText?
    var note: PageText?
  }

  struct ScaleBlock: Sendable {
    var title: PageText
    var points: [PointBlock]
    var isMoving: Bool
    var note: PageText?
  }

  struct PointBlock: Sendable {
    var value: PageText?
    var label: PageText?
    var text: PageText?
    /// How far up the scale, for the strength of its colour: 0 to 100.
    var share: Int
  }

  struct CoverageGroup: Sendable {
    var title: PageText
    var rules: [PageText]
  }

  struct OverallNote: Sendable {
    var title: PageText
    var text: PageText
    /// Stretches of the figure that have a name.
    var bands: [Entry] = []
    var assumed: PageText?
  }

  struct CriterionBlock: Sendable {
    var anchor: PageText
    /// The level of its heading, 2 to 6; the parts below it have one more.
    var heading: Int
    var partHeading: Int
    var isTop: Bool
    var level: PageText?
    var code: PageText?
    var title: PageText
    /// What is wrong with it, while its author writes.
    var remarks: [FrameworkRemarks.Remark] = []
    var text: PageText?
    var source: PageText?
    /// In a variant: where it comes from, and why it is not as it was.
    var lineage: PageText?
    /// The expression that says where it is asked.
    var when: PageText?
    var grid: StatementGrid?
    var ladder: StatementLadder?
    var asks: [AskGroup]
    /// The marks of a judged criterion that has no statements.
    var marks: MarkRow?
    var questions: PromptBlock?
    var evidence: PromptBlock?
    var forms: [FormBlock]
    var children: [CriterionBlock]
  }

  /// Statements with strands: a row a strand, a column a point.
  struct StatementGrid: Sendable {
    var caption: PageText
    var anchor: PageText
    var points: [PointBlock]
    var rows: [Row]

    struct Row: Sendable {
      var strand: PageText
      var cells: [Cell]
    }

    struct Cell: Sendable {
      var point: PageText
      var share: Int
      var texts: [PageText]
    }
  }

  /// Statements without strands: a list a point.
  struct StatementLadder: Sendable {
    var title: PageText
    var heading: Int
    var rungs: [Rung]

    struct Rung: Sendable {
      var point: PointBlock
      var texts: [PageText]
    }
  }

  /// Judged questions that share an opening and a scale.
  struct AskGroup: Sendable {
    var stem: PageText?
    var start: Int
    var marks: MarkRow?
    var asks: [Ask]

    struct Ask: Sendable {
      var anchor: PageText
      var title: PageText?
      var text: PageText?
      var when: PageText?
    }
  }

  /// The points to choose from, to be ringed or ticked on paper.
  struct MarkRow: Sendable {
    var points: [PointBlock]
    /// True where the numbers say enough to stand alone in their rings.
    var isNumbered: Bool
    var low: PageText?
    var high: PageText?
  }

  struct PromptBlock: Sendable {
    var title: PageText
    var groups: [Group]

    struct Group: Sendable {
      var stem: PageText?
      var items: [PageText]
    }
  }

  /// A sheet to write on.
  struct FormBlock: Sendable {
    var anchor: PageText?
    /// The criterion, for a sheet that stands alone on paper.
    var of: PageText?
    /// The framework, for a sheet that stands alone on paper.
    var origin: PageText?
    var title: PageText
    var heading: Int
    var text: PageText?
    var source: PageText?
    var lineage: PageText?
    /// True where there are so many boxes that each must be small on paper.
    var isLong: Bool
    var isPrivate: Bool
    var fields: [Field]

    struct Field: Sendable {
      var title: PageText
      var help: PageText?
      var hint: PageText?
      var isRequired = false
      var isPrivate = false
      var isShort = false
      var isTick = false
      var choice: MarkRow?
      var picks: [PageText] = []
      var table: BlankTable?
      var parts: [Field] = []
      /// The class of the space to write in; none where the box has something else.
      var space: PageText?
      var assumed: PageText?
    }
  }

  /// A table with rows to fill.
  struct BlankTable: Sendable {
    var columns: [Column]
    /// The numbers of its rows.
    var rows: [PageText]

    struct Column: Sendable {
      var title: PageText
      var help: PageText?
    }
  }
}
