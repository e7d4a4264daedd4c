import Frameworks

/// How a field is filled in, for those who fill it in with an editor.
struct FieldHints {
  private let framework: ResolvedFramework

  init(_ framework: ResolvedFramework) { self.framework = framework }

  /// Lines; none for fields that explain themselves.
  func hints(for field: FormField) -> [String] {
    let number = Self.number(field)
    return (number.isEmpty ? [] : [number]) + kind(field)
  }

  private func kind(_ field: FormField) -> [String] {
    switch field.kind {
    case .text: []
    case .list: ["A list: one a line, each after a dash."]
    case .choice: field.choices.map { "  \($0.id.value) (\($0.title))" }
    case .date: ["A day, like 2026-01-31."]
    case .number: ["A number."]
    case .tick: ["true or false."]
    case .person: person(field)
    case .criteria: ["A list of paths, each after a dash:"] + paths(field)
    case .questions:
      [
        "A list: “- about:” with the path of the criterion, and below it “text:” with your own question. It never "
          + "counts as the criterion's own. Paths:"
      ] + paths(field)
    case .table: ["A table: one block a row; copy the block for more rows."]
    case .repeated: ["Copy the block for as many parts as you need."]
    case .judgement: ["A point by its id or number, not-applicable or not-reviewed."]
    }
  }

  private func person(_ field: FormField) -> [String] {
    let role = field.role.flatMap { framework.framework.team.role(named: $0.value)?.title }
    let facts = framework.framework.facts.filter { $0.of == .member }
    let known = facts.map { "\($0.id.value): \($0.answers)" }.joined(separator: "; ")
    return [
      "\(role.map { "\($0): a" } ?? "A") name, or {name: …, school: …\(facts.isEmpty ? "" : ", facts: {…}")}; several after dashes."
    ] + (facts.isEmpty ? [] : ["Facts: \(known)."])
  }

  private func paths(_ field: FormField) -> [String] {
    PickableCriteria(field, in: framework).criteria.map {
      "  \($0.path): \(ReviewOutline.wording(of: $0, framework))"
    }
  }

  private static func number(_ field: FormField) -> String {
    switch (field.atLeast, field.atMost) {
    case (let least?, let most?): least == most ? "Exactly \(least)." : "From \(least) to \(most)."
    case (let least?, nil): "At least \(least)."
    case (nil, let most?): "At most \(most)."
    case (nil, nil): ""
    }
  }
}
