import Sealing

/// What a page to fill in asks, in order. The page is laid out from it, and its answers are read with it, so that a
/// mistake is named by the question as a person saw it.
public struct PaperSheet: Sendable {
  public var title: String
  /// A few words above the title.
  public var eyebrow: String
  /// What it is for.
  public var about: String?
  /// The framework's reference.
  public var origin: String
  /// What nobody fills in and every file says: what it is, and of which framework.
  public var head: [JSONValue.Member]
  /// The beginning of the names of saved files.
  public var fileName: String
  public var parts: [PaperPart]

  /// Every question that is counted as answered or open.
  public var questionCount: Int { parts.reduce(0) { $0 + $1.fields.reduce(0) { $0 + $1.questionCount } } }
}

/// Questions under one heading.
public struct PaperPart: Sendable {
  /// Unique on the sheet.
  public var anchor: String
  public var title: String
  public var text: String?
  /// The key of the object that holds the part's answers; `nil` for the document itself.
  public var within: String?
  public var fields: [PaperField]

  public init(
    anchor: String, title: String, text: String? = nil, within: String? = nil, fields: [PaperField]
  ) {
    (self.anchor, self.title, self.text, self.within, self.fields) = (anchor, title, text, within, fields)
  }
}

/// One question, and how it is answered.
public struct PaperField: Sendable {
  /// The key of its answer.
  public var key: String
  public var title: String
  public var help: [String] = []
  public var isRequired = false
  /// Its answer stays with the subject and its review team.
  public var isPrivate = false
  /// Whether it is one of those that are counted as answered or open.
  public var isCounted = false
  public var kind: Kind

  public init(_ key: String, _ title: String, _ kind: Kind, help: [String?] = []) {
    (self.key, self.title, self.kind) = (key, title, kind)
    self.help = help.compactMap(\.self)
  }

  public enum Kind: Sendable {
    /// One line.
    case line(Line)
    /// Text of any length.
    case words
    /// Several short texts, one a line.
    case lines
    case tick
    /// One of a few, shown as buttons.
    case choice(PaperChoice)
    /// One of many, from a list; `isList` where the answer is a list of one.
    case pick([PaperOption], isList: Bool)
    /// Any number of some.
    case ticks([PaperOption])
    case rows([PaperField], PaperRows)
    case group([PaperField])
    /// What is said of one criterion.
    indirect case criterion(PaperCriterion)
  }

  /// What one line holds.
  public enum Line: Sendable, Equatable {
    case text, date, number
    /// An id as people type it: capitals and spaces do no harm.
    case id
  }

  /// Itself, where it is counted, and those inside it that are.
  fileprivate var questionCount: Int { (isCounted ? 1 : 0) + fields.reduce(0) { $0 + $1.questionCount } }

  /// The questions inside it.
  public var fields: [PaperField] {
    switch kind {
    case .rows(let fields, _), .group(let fields): fields
    case .criterion(let criterion): criterion.fields
    default: []
    }
  }
}

/// How often a part may be filled.
public struct PaperRows: Sendable {
  /// What one is called: "person".
  public var noun: String
  /// How many stand blank on the page at first.
  public var start: Int
  public var most: Int?

  public init(_ noun: String, start: Int, most: Int? = nil) {
    (self.noun, self.start, self.most) = (noun, start, most)
  }
}

/// Something to choose.
public struct PaperOption: Sendable {
  public var value: String
  /// The point's number.
  public var number: String?
  public var label: String?
  public var text: String?
  /// What the point looks like here; each can be marked.
  public var statements: [Statement] = []

  public init(_ value: String, number: String? = nil, label: String?, text: String? = nil) {
    (self.value, self.number, self.label, self.text) = (value, number, label, text)
  }

  public struct Statement: Sendable {
    public var id: String
    public var text: String
  }
}

/// One of a few.
public struct PaperChoice: Sendable {
  public var options: [PaperOption]
  /// Those that say why there is none of the others.
  public var instead: [PaperOption] = []
  /// Whether the numbers say enough to stand alone.
  public var isNumbered = false

  public init(_ options: [PaperOption]) { self.options = options }
}

/// A criterion with all that is asked and said of it.
public struct PaperCriterion: Sendable {
  public var text: String?
  /// Whether it is asked only in some reviews.
  public var isConditional = false
  /// Questions to talk through and evidence to look for.
  public var prompts: [Prompts] = []
  /// The answer's first part is the point, where the kind of review gives one.
  public var point: PaperField?
  public var boxes: [PaperField] = []
  /// Boxes that the framework does not ask for and that may be filled all the same.
  public var more: [PaperField] = []

  public init() {}

  public struct Prompts: Sendable {
    public var title: String
    public var items: [String]
  }

  /// Statements are marked beside the points; their answer has a key of its own.
  static let statements = "statements"

  var fields: [PaperField] { (point.map { [$0] } ?? []) + boxes + more }
}
