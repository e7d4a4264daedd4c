import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// What a partnership publishes about itself for one framework, period and kind of review.
public struct Sheet: Sendable, Equatable {
  public static let schema = "waymark.sheet/1"

  /// The partnership's slug.
  public let partnership: String
  /// The region's code at the Office for National Statistics.
  public let region: String
  public let framework: FrameworkName
  public let period: Period
  /// Whose judgements these are.
  public let kind: ReviewKind
  public let policy: PolicyName
  /// How many subjects took part: those with at least one judgement.
  public let subjects: Int
  public let unit: Unit
  /// In the framework's order.
  public let figures: [SheetFigure]
  public let omitted: [SheetOmission]
  /// The plugins that work out the framework's own scores. Those that single reviews came through are not told: a
  /// plugin that one school alone uses would name the school.
  public let through: [PluginStamp]

  /// What one figure stands for.
  public enum Unit: String, Sendable, CaseIterable {
    case criterion, section
  }

  /// The exact framework behind the figures.
  public struct FrameworkName: Sendable, Equatable {
    public let id: String
    public let version: SemanticVersion
    public let digest: Digest
    public let title: String

    /// As citations name it: `emtss@1.0.0`.
    public var reference: String { "\(id)@\(version)" }

    public init(id: String, version: SemanticVersion, digest: Digest, title: String) {
      (self.id, self.version, self.digest, self.title) = (id, version, digest, title)
    }
  }

  /// The exact policy that the sheet was made under.
  public struct PolicyName: Sendable, Equatable {
    public let id: String
    public let digest: Digest

    public init(id: String, digest: Digest) { (self.id, self.digest) = (id, digest) }
  }

  /// - Throws: `badData` where something is impossible, in words that name it.
  init(
    partnership: String, region: String, framework: FrameworkName, period: Period, kind: ReviewKind,
    policy: PolicyName, subjects: Int, unit: Unit, figures: [SheetFigure], omitted: [SheetOmission],
    through: [PluginStamp] = []
  ) throws(Failure) {
    (self.partnership, self.region, self.framework, self.period) = (partnership, region, framework, period)
    (self.kind, self.policy, self.subjects, self.unit) = (kind, policy, subjects, unit)
    (self.figures, self.omitted, self.through) = (figures, omitted, through)
    try check()
  }

  private func check() throws(Failure) {
    for slug in [partnership, framework.id, policy.id] where !SlugRule.isSlug(slug) {
      throw SheetFailures.impossible("“\(slug.prefix(80))” is no id")
    }
    if !Region.isCode(region) {
      throw SheetFailures.impossible("“\(region.prefix(80))” is no region's code")
    }
    try check(title: framework.title)
    if figures.isEmpty { throw SheetFailures.impossible("it holds no figure") }
    if through != PluginStamp.union(through) {
      throw SheetFailures.impossible("its plugins are not in order, or stand there twice")
    }
    for plugin in through where !SlugRule.isSlug(plugin.id) {
      throw SheetFailures.impossible("“\(plugin.id.prefix(80))” is no plugin's id")
    }
    var seen: Set<String> = []
    for id in figures.map(\.id) + omitted.map(\.id) {
      let isID = unit == .section ? SlugRule.isSlug(id) : SlugRule.isPath(id)
      if !isID { throw SheetFailures.impossible("“\(id.prefix(80))” names no \(unit.rawValue)") }
      if !seen.insert(id).inserted { throw SheetFailures.impossible("“\(id.prefix(80))” stands there twice") }
    }
    for figure in figures {
      try check(title: figure.title)
      if figure.n > subjects {
        throw SheetFailures.impossible("“\(figure.id)” has more subjects than took part")
      }
      if unit == .criterion, figure.criteria != 1 {
        throw SheetFailures.impossible("“\(figure.id)” is one criterion but counts \(figure.criteria)")
      }
    }
  }

  /// Titles are shown to others, so they are plain text of a bearable length.
  private func check(title: String) throws(Failure) {
    let isPlain = title.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    if title.isEmpty || title.utf8.count > 4_000 || !isPlain {
      throw SheetFailures.impossible("the title “\(title.prefix(40))” is empty, too long or no plain text")
    }
  }
}

enum SheetFailures {
  static func impossible(_ what: String) -> Failure {
    Failure(.badData, "The sheet cannot be: \(what).", help: "Ask its sender for the file as it was signed.")
  }
}
