import Frameworks

/// The parts of a blank review that only some frameworks have: facts, occasions, measures, agreements.
enum ReviewExtras {
  /// What goes below the subject's id and name.
  static func subject(_ framework: Framework) -> String {
    var text = ""
    if framework.subject == .yearGroup {
      text += YAMLText.comment("The school that the year group belongs to: its URN or short name", indent: 2)
      text += "  of:\n"
    }
    return text + facts(framework, .subject, indent: 2, isCommentedOut: false)
  }

  static func occasion(_ framework: Framework) -> String {
    guard !framework.occasions.isEmpty else { return "" }
    return YAMLText.comment("Which occasion of the school year it was:")
      + framework.occasions.map { YAMLText.comment("  \($0.id.value) (\($0.title))") }.joined()
      + "occasion:\n"
  }

  /// Goes on from the commented-out person.
  static func member(_ framework: Framework, _ kind: ReviewKind) -> String {
    guard kind == .peer else { return "" }
    var text = facts(framework, .member, indent: 4, isCommentedOut: true)
    if !framework.team.roles.isEmpty {
      text += YAMLText.comment("Roles:", indent: 2)
      for role in framework.team.roles {
        text += YAMLText.comment("  \(role.id.value) (\(role.title))", indent: 2)
      }
    }
    return text
  }

  static func measures(_ framework: ResolvedFramework) -> String {
    guard !framework.framework.measures.isEmpty else { return "" }
    return "measures:\n" + framework.framework.measures.map { measure($0, framework) }.joined() + "\n"
  }

  private static func measure(_ measure: Measure, _ framework: ResolvedFramework) -> String {
    let scale = measure.scale.flatMap { framework.scaleIndex($0.value) }.map(framework.scale)
    let answer =
      switch measure.kind {
      case .number: measure.bounds
      case .yesNo: "true or false"
      case .point: scale?.pointChoices.joined(separator: ", ") ?? "a point"
      case .counts: "how many at each point"
      }
    let unit = measure.unit.map { " (\($0))" } ?? ""
    var text = YAMLText.comment("\(measure.title)\(unit): \(answer)", indent: 2)
    if let about = measure.text { text += YAMLText.comment("  \(about)", indent: 2) }
    text += "  \(YAMLText.word(measure.id.value)):\n"
    guard measure.kind == .counts, let scale else { return text }
    return text + scale.points.map { "    \(YAMLText.word($0.id.value)):\n" }.joined()
  }

  static func agreements(_ framework: Framework) -> String {
    guard !framework.agreements.isEmpty else { return "" }
    var text = YAMLText.comment(
      "Agreements in writing: the day on which all had signed, and the last day where it ends")
    text += "agreements:\n"
    for agreement in framework.agreements {
      text += YAMLText.comment(
        [agreement.title, agreement.text].compactMap(\.self).joined(separator: ": "), indent: 2)
      text += "  - id: \(YAMLText.word(agreement.id.value))\n    signed:\n    until:\n"
    }
    return text + "\n"
  }

  /// Every fact of an owner, to be filled.
  static func facts(
    _ framework: Framework, _ owner: Fact.Owner, indent: Int, isCommentedOut: Bool
  ) -> String {
    let facts = framework.facts.filter { $0.of == owner }
    guard !facts.isEmpty else { return "" }
    let margin = String(repeating: " ", count: isCommentedOut ? indent - 2 : indent)
    let hash = isCommentedOut ? "# " : ""
    var text = "\(margin)\(hash)\(isCommentedOut ? "  " : "")facts:\n"
    for fact in facts {
      text += YAMLText.comment(
        "\(isCommentedOut ? "    # " : "")\(fact.title): \(fact.answers)",
        indent: isCommentedOut ? indent - 2 : indent + 2)
      text += "\(margin)\(hash)\(isCommentedOut ? "    " : "  ")\(YAMLText.word(fact.id.value)):\n"
    }
    return text
  }
}
