import Documents
import Frameworks

/// Questions that reviews and forms share.
struct PaperQuestions {
  let framework: ResolvedFramework

  init(_ framework: ResolvedFramework) { self.framework = framework }

  static let schoolHelp = "A URN (six digits), or the short name that your partnership gave it."

  /// Who it is about.
  func subject(isRequired: Bool) -> PaperField {
    var id = PaperField(
      "id", "URN or short name", .line(.id),
      help: [
        "Six digits for a school; else the short name that your partnership gave it, such as our-school."
      ])
    id.isRequired = isRequired
    id.isCounted = isRequired
    var fields = [
      id,
      PaperField(
        "name", "Name", .line(.text), help: ["What people call it. It never leaves your partnership."]),
    ]
    if framework.framework.subject == .yearGroup {
      fields.append(
        PaperField("of", "The school that the year group belongs to", .line(.id), help: [Self.schoolHelp]))
    }
    return PaperField("subject", "Who it is about", .group(fields + facts(of: .subject)))
  }

  /// The facts that the framework's rules ask about, as one group; none where it asks for none.
  func facts(of owner: Fact.Owner) -> [PaperField] {
    let facts = framework.framework.facts.filter { $0.of == owner }
    return facts.isEmpty ? [] : [PaperField("facts", "What the rules need to know", .group(facts.map(fact)))]
  }

  private func fact(_ fact: Fact) -> PaperField {
    let kind: PaperField.Kind =
      switch fact.kind {
      case .yesNo: .choice(Self.yesNo)
      case .choice: Self.oneOf(fact.choices.map { PaperOption($0.id.value, label: $0.title) })
      case .number: .line(.number)
      case .text: .line(.text)
      case .date: .line(.date)
      }
    return PaperField(fact.id.value, fact.title, kind)
  }

  static let yesNo = PaperChoice([PaperOption("true", label: "Yes"), PaperOption("false", label: "No")])

  /// Buttons for a few, a list for many.
  static func oneOf(_ options: [PaperOption]) -> PaperField.Kind {
    options.count > 7 ? .pick(options, isList: false) : .choice(PaperChoice(options))
  }

  static let status: PaperField = {
    var field = PaperField(
      "status", "How far is it?",
      .choice(
        PaperChoice([
          PaperOption("draft", label: "A draft: still being worked on"),
          PaperOption("agreed", label: "Agreed by all who made it"),
        ])))
    field.help = ["Without an answer it is a draft."]
    return field
  }()

  static func date(_ help: String) -> PaperField {
    PaperField("date", "Date", .line(.date), help: [help])
  }

  /// The points of a scale to choose from, and the words for none.
  func points(of scale: Scale, statements: [Statement] = []) -> PaperChoice {
    var choice = PaperChoice(
      scale.points.map { point in
        var option = PaperOption(
          point.id.value, number: point.value.map(String.init),
          label: point.label ?? (point.value == nil ? point.id.value : nil), text: point.text)
        option.statements = statements.filter { $0.at.value == point.id.value }
          .map { .init(id: $0.id.value, text: $0.text) }
        return option
      })
    choice.instead = [
      PaperOption("not-applicable", label: "Not applicable"),
      PaperOption("not-reviewed", label: "Not reviewed"),
    ]
    // As on the framework's own page: numbers stand alone where only the ends have names.
    let middle = scale.points.dropFirst().dropLast()
    choice.isNumbered =
      statements.isEmpty && scale.points.allSatisfy { $0.value != nil }
      && middle.allSatisfy { $0.label == nil }
    return choice
  }
}
