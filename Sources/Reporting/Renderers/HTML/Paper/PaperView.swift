/// What a sheet to fill in shows, in the names that its templates ask for.
///
/// The templates look at a field from the blocks inside it, so what they ask of it is never missing: an optional that
/// is `nil` would be looked for in the field around it.
struct PaperView: Sendable {
  var parts: [Part]
  /// How many questions are counted.
  var count: Int
  var fileName: PageText
  var origin: PageText
  var command: PageText
  /// The Content-Security-Policy.
  var policy: PageText
  var answers: PageMarkup
  var script: PageMarkup

  struct Part: Sendable {
    var anchor: PageText
    var title: PageText
    var text: PageText?
    var within: PageText?
    var fields: [Field]
  }

  struct Field: Sendable {
    var id: PageText
    var key: PageText
    var title: PageText
    var help: PageText
    /// The criterion that the question belongs to; empty where its title says enough.
    var of: PageText
    var isRequired: Bool
    var isPrivate: Bool
    var isCounted: Bool

    var line: Line?
    var words: Words?
    var isTick = false
    var choice: Choice?
    var pick: Pick?
    var ticks: Ticks?
    var rows: Rows?
    var group: Group?
    var criterion: Criterion?
  }

  struct Line: Sendable {
    var type: PageText
    /// Which keys a telephone shows.
    var mode: PageText?
  }

  struct Words: Sendable {
    var isLines: Bool
    /// The height of the blank box, in lines.
    var rows: Int
  }

  struct Option: Sendable {
    var value: PageText
    var number: PageText?
    var label: PageText?
    var text: PageText?
    /// True for the words that stand in a point's place.
    var isApart = false
    var statements: [Statement] = []
  }

  struct Statement: Sendable {
    var id: PageText
    var text: PageText
  }

  struct Choice: Sendable {
    /// Points with what each looks like.
    var rungs: [Option]
    var options: [Option]
    var isNumbered: Bool
  }

  struct Pick: Sendable {
    var options: [Option]
    var isList: Bool
  }

  struct Ticks: Sendable {
    var options: [Option]
    var isLong: Bool
  }

  struct Rows: Sendable {
    var noun: PageText
    var add: PageText
    var start: Int
    var most: PageText?
    var fields: [Field]
  }

  struct Group: Sendable {
    var fields: [Field]
  }

  struct Criterion: Sendable {
    /// What counts as an answer: the point, or anything.
    var asks: PageText
    /// True where the question is all that is said of it.
    var isCompact: Bool
    var text: PageText?
    var isConditional: Bool
    var prompts: [Prompts]
    /// None or one: a value cannot hold another of its own type.
    var point: [Field]
    var boxes: [Field]
    var more: [Field]
    var moreTitle: PageText
  }

  struct Prompts: Sendable {
    var title: PageText
    var items: [PageText]
  }
}
