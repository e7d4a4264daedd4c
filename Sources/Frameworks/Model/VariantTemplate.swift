import Documents

/// The draft that `waymark framework derive` starts with: it checks clean, shows what may be changed, and explains
/// itself in comments with paths of the very base.
public enum VariantTemplate {
  public static func yaml(id: String, title: String, base: ResolvedFramework) -> String {
    let identity = base.identity
    let own = base.framework
    return """
      # A variant of “\(own.title.oneLine)” (\(identity)): it takes over everything that it does not change.
      # Check it as you write: waymark framework check FILE. See the whole: waymark framework show FILE
      schema: waymark.framework/1

      # The id never changes. The version does, with every change after the release.
      id: \(id)
      version: 0.1.0
      status: draft
      title: \(title.quotedForYAML)
      # summary: What your variant is for, in a sentence or two.

      # Which framework it extends. The digest is that of its content: should that ever change, you are told.
      extends:
        id: \(identity.id)
        version: \(identity.version)
        digest: \(identity.digest?.description ?? "")

      # Documents that your changes come from, beside those of the base. A change can then say source: {ref: own}.
      # source:
      #   - {id: own, title: "Our own discussions"}

      # What you change, one entry each, made in order. Each says why; readers of comparisons see it.
      # Take the # away from an example to use it.
      changes:
      \(examples(base))

      # What there is to change. A criterion is named by its path:
      \(outline(base))

      """
  }

  private static func examples(_ base: ResolvedFramework) -> String {
    var lines: [String] = []
    func example(_ first: String, _ rest: String...) {
      lines.append("  # - \(first)")
      lines += rest.map { "  #   \($0)" }
    }
    let free = base.criteria.filter { !isLocked($0, in: base) }
    if let criterion = free.first {
      let key = criterion.criterion.title == nil ? "text" : "title"
      example(
        "reword: \(criterion.path)", "\(key): Our words for the same thing",
        "why: Our schools say it this way.")
      example(
        "add: {id: our-own, title: Something of our own}",
        "to: \(criterion.parent.map { base.criteria[$0].path } ?? "criteria")",
        "after: \(criterion.criterion.id.value)",
        "why: It matters here.")
    }
    if let leaf = free.last(where: { base.children(of: $0).isEmpty }) {
      example("remove: \(leaf.path)", "why: It does not apply here.")
      example("move: \(leaf.path)", "as: another-id", "why: The word is clearer to us.")
      example(
        "split: \(leaf.path)", "into:", "  - {id: one-part, title: One part}",
        "  - {id: other-part, title: The other part}",
        "why: We look at the two apart.")
    }
    if let scale = base.framework.scales.first(where: { !$0.value.isLocked }),
      let point = scale.value.points.last
    {
      example(
        "set: scales/\(scale.key.value)/points/\(point.id.value)/label",
        "to: Our word for \(point.name.oneLine)",
        "why: The word that our schools use.")
    }
    return lines.joined(separator: "\n")
  }

  private static func isLocked(_ criterion: ResolvedCriterion, in base: ResolvedFramework) -> Bool {
    var index: Int? = criterion.index
    while let current = index {
      if base.criteria[current].criterion.isLocked { return true }
      index = base.criteria[current].parent
    }
    return false
  }

  /// The base's criteria, bounded: a long list helps nobody.
  private static func outline(_ base: ResolvedFramework) -> String {
    var lines = base.criteria.prefix(200).map { criterion in
      "#   \(criterion.path)  (\(criterion.name.oneLine))" + (isLocked(criterion, in: base) ? "  locked" : "")
    }
    if base.criteria.count > 200 { lines.append("#   … and \(base.criteria.count - 200) more") }
    lines.append("# Anything else by its address, such as \(addresses(base)).")
    lines.append(
      "# All of them, with the lines that they come from: waymark framework show --provenance \(base.identity)"
    )
    return lines.joined(separator: "\n")
  }

  private static func addresses(_ base: ResolvedFramework) -> String {
    var found: [String] = []
    if let scale = base.framework.scales.first { found.append("scales/\(scale.key.value)") }
    if let stage = base.framework.process.stages.first { found.append("process/stages/\(stage.id.value)") }
    if let form = base.framework.forms.first { found.append("forms/\(form.id.value)") }
    found.append("coverage/must")
    return found.joined(separator: ", ")
  }
}

extension String {
  /// Short and without line ends, for a comment.
  fileprivate var oneLine: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 70 ? line.prefix(69) + "…" : line
  }
}
