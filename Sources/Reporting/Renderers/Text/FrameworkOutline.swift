import Frameworks
import Rubrics

/// A framework's outline for the terminal.
public enum FrameworkOutline {
  public static func text(_ rubric: Rubric) -> String {
    let resolved = rubric.framework
    let framework = resolved.framework
    var lines = [
      "\(framework.title)",
      "\(rubric.reference)  \(framework.status.rawValue)  \(rubric.digest)",
    ]
    if let base = resolved.descent?.base { lines.append("extends \(base)") }
    if let translation = resolved.translation { lines += TerminalText.wrap(translation.note) }
    if let summary = framework.summary { lines += ["", summary] }
    lines.append("")
    for scale in framework.scales {
      let points = scale.value.points.map { point in
        let label = point.label ?? point.id.value
        return point.value.map { "\($0) \(label)" } ?? label
      }
      let note = scale.value.stability == .moving ? " (moving: the top means more each year)" : ""
      lines.append("Scale \(scale.key.value): \(points.joined(separator: ", "))\(note)")
    }
    for kind in ReviewKind.allCases { lines.append(judging(kind, resolved)) }
    lines.append(overall(framework.overall))
    if case .aggregate(let aggregate) = framework.overall, !aggregate.bands.isEmpty {
      let bands = aggregate.bands.indices.map { index in
        "\(aggregate.bands[index].title) \(FrameworkWords.band(index, of: aggregate.bands))"
      }
      lines += TerminalText.hanging("  ", bands.joined(separator: ", "))
    }
    lines.append("")
    for criterion in resolved.criteria { lines.append(outline(criterion, resolved)) }
    lines += FrameworkOutlineParts(resolved).lines
    return lines.map(TerminalText.clean).joined(separator: "\n") + "\n"
  }

  private static func judging(_ kind: ReviewKind, _ resolved: ResolvedFramework) -> String {
    let who = kind == .own ? "Self-review" : "Peer review"
    guard let marking = resolved.framework.judging[kind] else { return "\(who): comments, no marks" }
    let count = resolved.judged(by: kind).count
    let method = marking.method == .bestFit ? ", best fit" : ""
    return
      "\(who): one point for each \(marking.level.value)\(method), \(count) in all\(marking.isOptional ? " (optional)" : "")"
  }

  private static func overall(_ overall: Overall) -> String {
    switch overall {
    case .none: "Overall: none, and none can be made"
    case .aggregate(let aggregate):
      "Overall: \(aggregate.name.value)\(aggregate.assumed.map { " (assumed: \($0))" } ?? "")"
    }
  }

  private static func outline(_ resolved: ResolvedCriterion, _ framework: ResolvedFramework) -> String {
    let criterion = resolved.criterion
    let indent = String(repeating: "  ", count: resolved.level)
    let code = criterion.code.map { "\($0) " } ?? ""
    var parts: [String] = []
    func add(_ count: Int, _ noun: String) {
      if count > 0 { parts.append("\(count) \(noun)\(count == 1 ? "" : "s")") }
    }
    add(criterion.statements.count, "statement")
    add(criterion.questions.count, "question")
    if !criterion.evidence.isEmpty { parts.append("\(criterion.evidence.count) possible evidence") }
    if criterion.when != nil { parts.append("asked only in some reviews") }
    if let inheritance = Inheritance(framework) { parts.append(inheritance.label(of: resolved)) }
    let detail = parts.isEmpty ? "" : "  [\(parts.joined(separator: ", "))]"
    return "\(indent)\(code)\(sentence(resolved, framework))  (\(criterion.id.value))\(detail)"
  }

  /// The title, else the stem and the text as one sentence.
  private static func sentence(_ resolved: ResolvedCriterion, _ framework: ResolvedFramework) -> String {
    if let title = resolved.criterion.title { return title }
    return framework.sentence(resolved)
  }
}
