import Documents
import Frameworks
import Reviews
import Sealing

/// The sheet of one of a framework's forms.
public struct FormPaper {
  private let framework: ResolvedFramework
  private let form: Form
  private let questions: PaperQuestions

  /// - Parameter digest: of the framework's resolved content.
  public static func sheet(_ form: Form, of framework: ResolvedFramework, digest: Digest) -> PaperSheet {
    let paper = FormPaper(framework, form)
    let content = framework.framework
    return PaperSheet(
      title: form.title,
      eyebrow: "A sheet to fill in · \(content.title), version \(content.version.value)", about: form.text,
      origin: "\(content.id.value)@\(content.version.value)",
      head: [
        JSONValue.Member("schema", .string(DocumentKind.form.schema)),
        JSONValue.Member("framework", PaperSheet.pin(content, digest)),
        JSONValue.Member("form", .string(form.id.value)),
      ],
      fileName: "\(form.id.value)-\(content.id.value)",
      parts: [
        paper.about,
        PaperPart(
          anchor: "answers", title: "What to fill in", within: "answers",
          fields: form.fields.map { paper.field($0, isCounted: true) }),
      ])
  }

  private init(_ framework: ResolvedFramework, _ form: Form) {
    (self.framework, self.form) = (framework, form)
    questions = PaperQuestions(framework)
  }

  private var about: PaperPart {
    var fields = [questions.subject(isRequired: form.purpose != .process)]
    if let level = form.level.flatMap({ framework.level($0.value) }) {
      let name = framework.framework.levels[level].title
      var criterion = PaperField(
        "criterion", "The \(name.lowercased()) that it is filled in for",
        PaperQuestions.oneOf(options(framework.criteria.filter { $0.level == level })))
      criterion.isRequired = true
      criterion.isCounted = true
      fields.append(criterion)
    }
    fields += [
      PaperQuestions.date("The day on which it was filled in. An agreed form needs one."),
      PaperQuestions.status,
    ]
    return PaperPart(anchor: "about", title: "About this form", fields: fields)
  }

  private func field(_ field: FormField, isCounted: Bool = false) -> PaperField {
    var paper = PaperField(
      field.id.value, field.title, kind(of: field), help: [field.help, amount(field)])
    paper.isRequired = field.isRequired
    paper.isPrivate = field.isPrivate
    paper.isCounted = isCounted
    if field.kind == .list { paper.help.append("One a line.") }
    return paper
  }

  private func kind(of field: FormField) -> PaperField.Kind {
    switch field.kind {
    case .text: .words
    case .list: .lines
    case .choice: PaperQuestions.oneOf(field.choices.map { PaperOption($0.id.value, label: $0.title) })
    case .date: .line(.date)
    case .number: .line(.number)
    case .tick: .tick
    case .person: .rows(person, PaperRows("person", start: min(2, field.atMost ?? 2), most: field.atMost))
    case .criteria: criteria(field)
    case .questions:
      .rows(
        [
          PaperField("text", "Our question", .words),
          PaperField(
            "about", "The \(level(field)) that it belongs to",
            .pick(options(pickable(field)), isList: false)),
        ], PaperRows("question", start: min(2, field.atMost ?? 2), most: field.atMost))
    case .table: rows(field, "row", start: 2)
    case .repeated: rows(field, "part", start: 1)
    case .judgement: judgement
    }
  }

  private func rows(_ field: FormField, _ noun: String, start: Int) -> PaperField.Kind {
    .rows(
      field.fields.map { self.field($0) },
      PaperRows(noun, start: max(field.atLeast ?? 1, min(start, field.atMost ?? start)), most: field.atMost))
  }

  /// Name and school, and what the rules on a team need to know of people.
  private var person: [PaperField] {
    let facts = form.purpose == .plan ? questions.facts(of: .member) : []
    return [
      PaperField("name", "Name", .line(.text)),
      PaperField("school", "School", .line(.id), help: ["URN or short name."]),
    ] + facts
  }

  private func criteria(_ field: FormField) -> PaperField.Kind {
    let options = options(pickable(field))
    return field.atMost == 1 ? .pick(options, isList: true) : .ticks(options)
  }

  /// The points of all scales that the level's criteria have.
  private var judgement: PaperField.Kind {
    let level = form.level.flatMap { framework.level($0.value) }
    let scales = framework.criteria.filter { $0.level == level }
      .flatMap { [$0.ownScale, $0.peerScale].compactMap(\.self) }
    guard let first = scales.first else { return .line(.id) }
    var choice = questions.points(of: framework.scale(first))
    for scale in Set(scales).sorted() where scale != first {
      let known = Set(choice.options.map(\.value))
      choice.options += questions.points(of: framework.scale(scale)).options.filter {
        !known.contains($0.value)
      }
      choice.isNumbered = false
    }
    return .choice(choice)
  }

  // MARK: - Criteria to pick from

  private func pickable(_ field: FormField) -> [ResolvedCriterion] {
    let level = field.level.flatMap { framework.level($0.value) }
    let under = field.under?.value
    return framework.criteria.filter { criterion in
      (level == nil || criterion.level == level)
        && (under.map { criterion.path == $0 || criterion.path.hasPrefix($0 + "/") } ?? true)
    }
  }

  private func options(_ criteria: [ResolvedCriterion]) -> [PaperOption] {
    criteria.map { PaperOption($0.path, label: ReviewOutline.wording(of: $0, framework)) }
  }

  private func level(_ field: FormField) -> String {
    let level = field.level.flatMap { framework.level($0.value) }
    return level.map { framework.framework.levels[$0].title.lowercased() } ?? "criterion"
  }

  private func amount(_ field: FormField) -> String? {
    guard field.kind.isMany else { return nil }
    switch (field.atLeast, field.atMost) {
    case (let least?, let most?): return least == most ? "Exactly \(least)." : "From \(least) to \(most)."
    case (let least?, nil): return "At least \(least)."
    case (nil, let most?): return most == 1 ? nil : "At most \(most)."
    case (nil, nil): return nil
    }
  }
}
