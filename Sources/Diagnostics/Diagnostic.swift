/// How much a diagnostic weighs.
public enum Severity: String, Sendable, Codable, Comparable {
  /// The document cannot be used.
  case error
  /// The document can be used; it may not mean what its author thinks.
  case warning

  public static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
}

/// What can be wrong, once for every kind of mistake: the page in `docs/reference/diagnostics.md` is made
/// from these.
public struct DiagnosticCode: Hashable, Sendable {
  /// Stable for ever, a slug.
  public let id: String
  public let severity: Severity
  /// What is wrong, one line.
  public let summary: String
  /// Why it matters and what to do, a sentence or two.
  public let advice: String

  public init(_ id: String, _ summary: String, severity: Severity = .error, advice: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.advice = advice
  }

  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A mistake in what a person wrote: what, where, and what to do.
public struct Diagnostic: Sendable, Hashable {
  public let code: DiagnosticCode
  public let message: String
  /// What to do about it; empty where the message says it all.
  public let help: String
  /// `nil` where the mistake is of the whole file, named in `path`.
  public let range: SourceRange?
  /// The file's name where there is no range.
  public let path: String?

  public var severity: Severity { code.severity }

  public init(
    _ code: DiagnosticCode, _ message: String, help: String = "", at range: SourceRange?, path: String? = nil
  ) {
    self.code = code
    self.message = message
    self.help = help.isEmpty ? code.advice : help
    self.range = range
    self.path = path
  }
}

/// Collects diagnostics in the order of their discovery. Past the limit it only counts.
public struct DiagnosticBag: Sendable {
  public private(set) var items: [Diagnostic] = []
  /// How many errors were reported, those past the limit too.
  public private(set) var errorCount = 0
  /// How many were dropped past the limit.
  public private(set) var dropped = 0
  private let limit: Int

  public init(limit: Int = 1_000) { self.limit = limit }

  public var hasErrors: Bool { errorCount > 0 }
  /// Whether further reports are only counted: no need to look for a nearest name.
  public var isFull: Bool { items.count >= limit }
  /// Whether there are more errors than anyone will read: the reader need not go on.
  public var isHopeless: Bool { errorCount >= limit }

  public mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    if items.count < limit { items.append(diagnostic) } else { dropped += 1 }
  }

  public mutating func report(
    _ code: DiagnosticCode, _ message: String, help: String = "", at range: SourceRange?
  ) {
    report(Diagnostic(code, message, help: help, at: range))
  }

  public mutating func append(_ other: DiagnosticBag) {
    for item in other.items { report(item) }
    errorCount += other.errorCount - other.items.count(where: { $0.severity == .error })
    dropped += other.dropped
  }

  /// Those that satisfy a condition, and all that were only counted.
  public func filter(_ isKept: (Diagnostic) -> Bool) -> DiagnosticBag {
    var kept = self
    kept.items = items.filter(isKept)
    kept.errorCount -=
      items.count(where: { $0.severity == .error }) - kept.items.count(where: { $0.severity == .error })
    return kept
  }

  /// In the order of the text: by file, then place; those without a place first.
  public func sorted() -> [Diagnostic] {
    items.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      let a = (first?.file.index ?? 0, first?.start ?? 0), b = (second?.file.index ?? 0, second?.start ?? 0)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
