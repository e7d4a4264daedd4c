import Frameworks

/// Lays out forms as blank sheets to write on.
struct FrameworkForms {
  private let resolved: ResolvedFramework
  private var framework: Framework { resolved.framework }

  init(_ resolved: ResolvedFramework) { self.resolved = resolved }

  /// Where a form stands on the page; `nil` for one that stands with every criterion of a level.
  static func href(_ form: Form) -> PageText? {
    form.level == nil ? PageText("#form-\(form.id.value)") : nil
  }

  /// The forms that are filled once for a review.
  func sheets(_ reference: String) -> [FrameworkPage.FormBlock] {
    framework.forms.filter { $0.level == nil }.map { form in
      .init(
        anchor: PageText("form-\(form.id.value)"), origin: PageText("\(framework.title) · \(reference)"),
        title: PageText(form.title), heading: 3, text: form.text.map { PageText($0) },
        source: FrameworkWords.source(form.source, framework).map { PageText($0) },
        lineage: Inheritance(resolved).map { PageText($0.sentence(of: form.id.range)) },
        isLong: form.fields.count > 4, isPrivate: isPrivate(form),
        fields: form.fields.map { field($0, of: form, scale: nil) })
    }
  }

  /// The forms that are filled for each criterion of its level.
  func forms(for criterion: ResolvedCriterion) -> [Form] {
    framework.forms.filter { $0.level.map { resolved.level($0.value) == criterion.level } ?? false }
  }

  func block(
    _ form: Form, for criterion: ResolvedCriterion, _ scale: Scale?, heading: Int
  ) -> FrameworkPage.FormBlock {
    .init(
      of: PageText([criterion.criterion.code, criterion.name].compactMap(\.self).joined(separator: " ")),
      title: PageText(form.title), heading: heading,
      isLong: form.fields.count > 4, isPrivate: isPrivate(form),
      fields: form.fields.map { field($0, of: form, scale: scale) })
  }

  /// True where all of it is private: it is said once then, and not at every box.
  private func isPrivate(_ form: Form) -> Bool { form.fields.allSatisfy(\.isPrivate) }

  // MARK: - Boxes

  private func field(_ field: FormField, of form: Form, scale: Scale?) -> FrameworkPage.FormBlock.Field {
    var box = FrameworkPage.FormBlock.Field(title: PageText(field.title))
    box.help = help(field).map { PageText($0) }
    box.isRequired = field.isRequired
    box.isPrivate = field.isPrivate && !isPrivate(form)
    box.assumed = field.assumed.map { PageText($0) }
    switch field.kind {
    case .judgement:
      box.choice = scale.map(FrameworkCriteria.marks)
      if box.choice == nil { box.space = "box-line" }
    case .text: box.space = "box-blank"
    case .list: box.space = "box-lines"
    case .date:
      box.hint = "Day, month, year"
      (box.space, box.isShort) = ("box-line", true)
    case .number: (box.space, box.isShort) = ("box-line", true)
    case .tick: box.isTick = true
    case .choice: box.picks = field.choices.map { PageText($0.title) }
    case .person: person(field, of: form, &box)
    case .criteria: criteria(field, &box)
    case .questions:
      box.table = .init(columns: [.init(title: "Our question"), about(field)], rows: rows(field, usual: 4))
    case .table:
      box.table = .init(
        columns: field.fields.map { .init(title: PageText($0.title), help: columnHelp($0)) },
        rows: rows(field, usual: 5))
    case .repeated: box.parts = field.fields.map { self.field($0, of: form, scale: scale) }
    }
    return box
  }

  private func help(_ field: FormField) -> String? {
    var parts = [field.help.map(English.sentence)]
    if field.kind.isMany, let amount = ProcessWords.amount(field.atLeast, field.atMost), field.atMost != 1 {
      parts.append(English.sentence(amount.firstCapital))
    }
    if field.kind == .repeated { parts.append("Copy this part as often as you need it.") }
    let words = parts.compactMap(\.self).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  private func person(
    _ field: FormField, of form: Form, _ box: inout FrameworkPage.FormBlock.Field
  ) {
    // A plan is what the rules on a team are asked of, so it asks for what they need to know of people.
    let asksFacts = form.purpose == .plan && field.role != nil
    let facts = asksFacts ? framework.facts.filter { $0.of == .member } : []
    box.table = .init(
      columns: [.init(title: "Name"), .init(title: "School")]
        + facts.map { .init(title: PageText($0.title)) },
      rows: rows(field, usual: 3))
  }

  /// The most criteria that are printed to be ticked; more are written by name.
  private static let mostPicks = 16

  private func criteria(_ field: FormField, _ box: inout FrameworkPage.FormBlock.Field) {
    let names = names(field)
    if names.isEmpty || names.count > Self.mostPicks {
      box.hint = PageText("The name or number of each \(level(field)).")
      box.space = field.atMost == 1 ? "box-line" : "box-lines"
    } else {
      box.picks = names.map { PageText($0) }
    }
  }

  private func names(_ field: FormField) -> [String] {
    let under = field.under?.value
    let criteria = resolved.criteria.filter { criterion in
      criterion.level == field.level.flatMap { resolved.level($0.value) }
        && (under.map { criterion.path == $0 || criterion.path.hasPrefix($0 + "/") } ?? true)
    }
    // Numbers that begin again under each parent would only confuse here.
    let codes = criteria.compactMap(\.criterion.code)
    guard Set(codes).count == criteria.count else { return criteria.map(\.name) }
    return criteria.map { [$0.criterion.code, $0.name].compactMap(\.self).joined(separator: " ") }
  }

  private func level(_ field: FormField) -> String {
    field.level.flatMap { resolved.level($0.value) }.map { FrameworkWords.level($0, of: framework) }
      ?? "criterion"
  }

  private func about(_ field: FormField) -> FrameworkPage.BlankTable.Column {
    .init(title: PageText("The \(level(field)) it belongs to"))
  }

  private func columnHelp(_ field: FormField) -> PageText? {
    let choices = field.choices.map(\.title).joined(separator: " / ")
    let parts = [choices.isEmpty ? nil : choices, field.help].compactMap(\.self)
    return parts.isEmpty ? nil : PageText(parts.joined(separator: ". "))
  }

  /// As many blank rows as there may be answers, within what a sheet holds.
  private func rows(_ field: FormField, usual: Int) -> [PageText] {
    let wanted = max(field.atLeast ?? 1, min(usual, field.atMost ?? usual))
    return (1...max(1, min(wanted, 8))).map { PageText("\($0)") }
  }
}
