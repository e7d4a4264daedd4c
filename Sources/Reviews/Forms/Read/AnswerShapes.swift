import Diagnostics
import Documents
import Frameworks
import Sealing

/// Makes the shapes of answers from a form's fields, so that one declaration, the framework's, gives what reads a
/// filled form, what writes it and its JSON Schema.
struct AnswerShapes {
  let framework: ResolvedFramework
  /// The path of the criterion that the form is filled for.
  var criterion: String?

  /// The answers to some fields.
  ///
  /// - Parameter name: of the record: "filled review-plan", "row of actions".
  func answers(_ fields: [FormField], name: String, summary: String) -> Shape<Answers> {
    .record(
      name, summary, blank: Answers(), place: { $0.range = $1 },
      fields: fields.map { field in
        .optional(
          field.id.value, \Answers[field.id.value], .placed(answer(field)), Self.summary(of: field))
      })
  }

  private static func summary(of field: FormField) -> String {
    ([field.title, field.help].compactMap(\.self) + (field.isRequired ? ["Must be filled."] : []))
      .joined(separator: ". ")
  }

  private func answer(_ field: FormField) -> Shape<Answer> {
    switch field.kind {
    case .text:
      Shape<String>.text.cased({ .text($0) }, { if case .text(let value) = $0 { value } else { nil } })
    case .list:
      Shape<[String]>.list(of: .text).cased(
        { .list($0.filter { !$0.isEmpty }) }, { if case .list(let value) = $0 { value } else { nil } })
    case .choice:
      choice(field).cased({ .choice($0) }, { if case .choice(let value) = $0 { value } else { nil } })
    case .date: Shape<Day>.date.cased({ .date($0) }, { if case .date(let value) = $0 { value } else { nil } })
    case .number:
      Shape<Double>.number().cased(
        { .number($0) }, { if case .number(let value) = $0 { value } else { nil } })
    case .tick:
      Shape<Bool>.boolean.cased({ .tick($0) }, { if case .tick(let value) = $0 { value } else { nil } })
    case .person:
      Person.people.cased({ .people($0) }, { if case .people(let value) = $0 { value } else { nil } })
    case .criteria:
      Shape<[Located<String>]>.list(of: path(field)).cased(
        { .criteria($0) }, { if case .criteria(let value) = $0 { value } else { nil } })
    case .questions:
      Shape<[LinkedQuestion]>.list(of: question(field)).cased(
        { .questions($0) }, { if case .questions(let value) = $0 { value } else { nil } })
    case .table, .repeated: rows(field)
    case .judgement:
      Shape<Located<String>>.slug.cased(
        { .judgement($0) }, { if case .judgement(let value) = $0 { value } else { nil } })
    }
  }

  /// Rows in which nothing was written are left out: a blank form shows one.
  private func rows(_ field: FormField) -> Shape<Answer> {
    let noun = field.kind == .table ? "row" : "part"
    let row = answers(field.fields, name: "\(noun) of \(field.id.value)", summary: field.title)
    return Shape<[Answers]>.list(of: row).cased(
      { .rows($0.filter { !$0.isEmpty }) }, { if case .rows(let value) = $0 { value } else { nil } })
  }

  private func choice(_ field: FormField) -> Shape<Located<String>> {
    let words = field.choices.map(\.id.value)
    let meanings = field.choices.map { "`\($0.id.value)`: \($0.title)" }.joined(separator: "; ")
    return .scalar(
      ScalarSpec(
        "one of " + words.map { "`\($0)`" }.joined(separator: ", "), meanings,
        schema: [("enum", .array(words.map { .string($0) }))]),
      parse: { text, node, reader in
        if words.contains(text) { return Located(text, at: reader.tree.range(node)) }
        let titled = field.choices.first { $0.title.lowercased() == text.lowercased() }?.id.value
        let nearest = titled ?? NearestName.of(text, among: words)
        reader.report(
          ShapeCodes.unknownChoice, "“\(text.onALine)” cannot stand for “\(field.id.value)”.",
          help: nearest.map { "Did you mean “\($0)”?" } ?? "It may be: \(words.joined(separator: ", ")).",
          at: node)
        return nil
      },
      write: { .string($0.value) })
  }

  /// Read as any path; the schema names those that may stand here, so that an editor can complete them.
  private func path(_ field: FormField) -> Shape<Located<String>> {
    let paths = PickableCriteria(field, in: framework).paths
    let any = Shape<Located<String>>.path
    guard !paths.isEmpty else { return any }
    let spec = ScalarSpec(
      "path", "one of the framework's criteria", schema: [("enum", .array(paths.map { .string($0) }))])
    return Shape(.scalar(spec), read: any.read, write: any.write)
  }

  private func question(_ field: FormField) -> Shape<LinkedQuestion> {
    .record(
      "question of \(field.id.value)", "A question in the review's own words, linked to a criterion.",
      blank: LinkedQuestion(),
      fields: [
        .required("about", \.about, path(field), "The criterion that it belongs to."),
        .required("text", \.text, .text, "The question."),
      ])
  }
}

extension Shape {
  /// A shape of one of the cases of an answer.
  fileprivate func cased(
    _ wrap: @escaping @Sendable (Value) -> Answer, _ unwrap: @escaping @Sendable (Answer) -> Value?
  ) -> Shape<Answer> {
    Shape<Answer>(
      spec,
      read: { node, reader in
        guard let value = read(node, &reader) else { return nil }
        let answer = wrap(value)
        // An empty list answers nothing.
        return answer.count == 0 ? nil : answer
      },
      write: { unwrap($0).map(write) ?? .null })
  }
}
