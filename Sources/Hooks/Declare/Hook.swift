import Documents

/// A point where Waymark calls on others: declared once, for Waymark's own parts and for plugins alike.
///
/// The declaration gives what is sent, what is wanted back, the JSON Schemas of both and the page in the reference.
public struct Hook<Request: Sendable, Answer: Sendable>: Sendable {
  public let declaration: HookDeclaration
  public let request: Message<Request>
  public let answer: Shape<Answer>

  public var name: HookName { declaration.name }

  init(
    _ name: HookName, calledWhen: String, sees: DataScope, limits: HookLimits, request: Message<Request>,
    answer: Shape<Answer>
  ) {
    declaration = HookDeclaration(
      name: name, calledWhen: calledWhen, sees: sees, limits: limits, request: request.spec,
      answer: answer.spec)
    self.request = request
    self.answer = answer
  }
}

/// A hook without its Swift types, for lists, checks and pages.
public struct HookDeclaration: Sendable {
  public let name: HookName
  /// In what moment, in a sentence.
  public let calledWhen: String
  /// What of other people's data a call carries.
  public let sees: DataScope
  /// The most that one call may take, whatever a plugin asks for.
  public let limits: HookLimits
  public let request: RecordSpec
  public let answer: ShapeSpec
}

/// The hooks by name, as `plugin.yaml` and the calls write them.
public enum HookName: String, Choice {
  case frameworkImport = "framework.import"
  case frameworkExport = "framework.export"
  case reviewImport = "review.import"
  case reviewExport = "review.export"
  case aggregate
  case check
  case reportRender = "report.render"
  case answerExport = "answer.export"
  case trendAnalyse = "trend.analyse"

  public var meaning: String {
    switch self {
    case .frameworkImport: "a framework from a file of another kind"
    case .frameworkExport: "a framework, to be looked at or filled in elsewhere"
    case .reviewImport: "reviews from a file of another kind"
    case .reviewExport: "reviews, for another program"
    case .aggregate: "a figure that sums up judgements"
    case .check: "mistakes in a framework that a group wants to know of"
    case .reportRender: "a report in another form"
    case .answerExport: "what a registry answered, for another program"
    case .trendAnalyse: "what a partnership's judgements say together"
    }
  }

  /// Whether several providers are told apart by a file format; the others by a name.
  public var isByFormat: Bool {
    switch self {
    case .aggregate, .check, .trendAnalyse: false
    default: true
    }
  }
}

/// What of other people's data a call may carry, the least telling first.
public enum DataScope: String, Choice, Comparable {
  case framework, published, marks, reviews, reports

  public var meaning: String {
    switch self {
    case .framework: "frameworks, which are public"
    case .published: "what a registry answers, which is public"
    case .marks: "points without names, words or dates"
    case .reviews: "whole reviews, with names and evidence"
    case .reports: "reports made from reviews, with names and evidence"
    }
  }

  /// Whether it tells of single schools, so that one process must never serve two workspaces.
  public var isPrivate: Bool { self >= .marks }

  public static func < (left: Self, right: Self) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}

/// The most that a call may take.
public struct HookLimits: Sendable, Equatable {
  /// In seconds.
  public var time: Int
  /// Of one message, in MiB.
  public var message: Int
  /// Of all files of a call together, in MiB.
  public var folder: Int

  public init(time: Int = 120, message: Int = 64, folder: Int = 256) {
    self.time = time
    self.message = message
    self.folder = folder
  }
}
