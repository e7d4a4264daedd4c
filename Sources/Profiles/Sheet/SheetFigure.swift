/// One published figure.
public struct SheetFigure: Sendable, Equatable {
  /// A criterion's path or a section's id.
  public let id: String
  public let title: String
  let frame: FigureFrame
  /// The part that its technique made.
  let content: any FigureContent

  init(id: String, title: String, _ frame: FigureFrame, _ content: any FigureContent) {
    (self.id, self.title, self.frame, self.content) = (id, title, frame, content)
  }

  /// The subjects behind it.
  public var n: Int { frame.n }
  /// The scale's lowest and highest value.
  public var points: ClosedRange<Int> { frame.points }
  /// How many criteria it sums up; 1 unless it is a section.
  public var criteria: Int { frame.criteria }
  public var technique: Technique { type(of: content).technique }
  /// How it was protected, in plain sentences.
  public var protection: String { content.protection }

  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.title == right.title && left.frame == right.frame
      && left.content.isSame(as: right.content)
  }
}

/// A criterion or section of which a sheet holds no figure, and why; the reasons tell nothing about scores.
public struct SheetOmission: Sendable, Equatable {
  /// A criterion's path or a section's id.
  public let id: String
  public let reason: Reason

  public init(id: String, reason: Reason) { (self.id, self.reason) = (id, reason) }

  public enum Reason: String, Sendable, CaseIterable {
    /// Fewer subjects are judged on it than the policy asks for.
    case belowGate = "below-gate"
    /// Its points have no order, so there is no mean.
    case nominalScale = "nominal-scale"
    /// The section's criteria are judged on different scales.
    case mixedScales = "mixed-scales"
    /// No criterion of the section is judged.
    case notJudged = "not-judged"
    /// The scale has only one value, so there is nothing to tell.
    case oneValue = "one-value"
  }
}
