import Documents
import Frameworks

/// What a blank review asks: criteria in the framework's order, each with its wording and its boxes.
public struct ReviewOutline: Sendable {
  public let entries: [Entry]
  /// The forms' fields behind the boxes, as the framework words them.
  public let fields: [(box: Box, field: FormField)]

  /// A box of a judgement; the raw value is its key.
  public enum Box: String, CaseIterable, Sendable {
    case point, statements, evidence, actions, challenge

    /// The box that a form's field means: by its kind for the point, else by its id.
    init?(_ field: FormField) {
      if field.kind == .judgement { self = .point } else { self.init(rawValue: field.id.value) }
    }
  }

  /// One criterion of the review.
  public struct Entry: Sendable {
    public let criterion: ResolvedCriterion
    /// The scale of its points (a position in the framework's scales); `nil` where it takes words alone.
    public let scale: Int?
    public let boxes: [Box]
    /// What a reviewer reads: its title, or else its stem and text as one sentence.
    public let wording: String
  }

  /// All that a kind of review judges. Where it marks nothing: all that the other kind judges, to be commented on.
  public init(_ framework: ResolvedFramework, kind: ReviewKind) {
    let marks = framework.framework.judging[kind] != nil
    let judged = framework.judged(by: marks ? kind : kind == .own ? .peer : .own)
    let asked = judged.isEmpty ? framework.criteria.filter { $0.criterion.criteria.isEmpty } : judged
    let levels = Set(asked.map { Self.level(of: $0, framework.framework) })
    fields = framework.framework.forms.filter { $0.level.map { levels.contains($0.value) } ?? false }.flatMap(
      \.fields
    )
    .compactMap { field in Box(field).map { ($0, field) } }
    entries = asked.map { criterion in
      Entry(
        criterion: criterion, scale: criterion.judgedScale(by: kind),
        boxes: Self.boxes(of: criterion, framework.framework, kind),
        wording: Self.wording(of: criterion, framework))
    }
  }

  /// The boxes that the forms of the criterion's level name. Peers who mark nothing have one, for their challenge.
  private static func boxes(of criterion: ResolvedCriterion, _ framework: Framework, _ kind: ReviewKind)
    -> [Box]
  {
    guard let marking = framework.judging[kind] else { return [kind == .peer ? .challenge : .evidence] }
    let fields = framework.forms.filter { $0.level?.value == level(of: criterion, framework) }.flatMap(
      \.fields)
    var boxes: Set<Box> = [.point]
    if marking.method == .bestFit, !criterion.criterion.statements.isEmpty { boxes.insert(.statements) }
    boxes.formUnion(fields.compactMap { Box($0) })
    return Box.allCases.filter(boxes.contains)
  }

  private static func level(of criterion: ResolvedCriterion, _ framework: Framework) -> String {
    criterion.level < framework.levels.count ? framework.levels[criterion.level].id.value : ""
  }

  /// A text below a title describes; a text without one is a question that goes on from its stem.
  public static func wording(of criterion: ResolvedCriterion, _ framework: ResolvedFramework) -> String {
    let content = criterion.criterion
    if let title = content.title { return [content.code, title].compactMap { $0 }.joined(separator: " ") }
    let stem = criterion.stem.flatMap { framework.stem($0)?.text }
    return [stem, content.text ?? content.id.value].compactMap { $0 }.joined(separator: " ")
  }
}
