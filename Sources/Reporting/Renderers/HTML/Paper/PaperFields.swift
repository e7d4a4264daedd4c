import Interchange

/// Lays a sheet's questions out for their page.
struct PaperFields {
  private var count = 0

  mutating func part(_ part: PaperPart) -> PaperView.Part {
    PaperView.Part(
      anchor: PageText(part.anchor), title: PageText(part.title), text: part.text.map { PageText($0) },
      within: part.within.map { PageText($0) }, fields: fields(part.fields))
  }

  private mutating func fields(_ fields: [PaperField]) -> [PaperView.Field] { fields.map { field($0) } }

  /// - Parameters:
  ///   - name: what it is called, where not by its own title.
  ///   - criterion: the one that it belongs to.
  private mutating func field(
    _ field: PaperField, called name: String? = nil, of criterion: String = ""
  ) -> PaperView.Field {
    count += 1
    var view = PaperView.Field(
      id: PageText("q\(count)"), key: PageText(field.key), title: PageText(name ?? field.title),
      help: PageText(field.help.map(English.sentence).joined(separator: " ")), of: PageText(criterion),
      isRequired: field.isRequired, isPrivate: field.isPrivate, isCounted: field.isCounted)
    switch field.kind {
    case .line(let line): view.line = Self.line(line)
    case .words: view.words = PaperView.Words(isLines: false, rows: 2)
    case .lines: view.words = PaperView.Words(isLines: true, rows: 3)
    case .tick: view.isTick = true
    case .choice(let choice): view.choice = Self.choice(choice)
    case .pick(let options, let isList):
      view.pick = PaperView.Pick(options: options.map { Self.option($0) }, isList: isList)
    case .ticks(let options):
      view.ticks = PaperView.Ticks(options: options.map { Self.option($0) }, isLong: options.count > 16)
    case .rows(let inner, let rows): view.rows = self.rows(inner, rows)
    case .group(let inner): view.group = PaperView.Group(fields: fields(inner))
    case .criterion(let asked): view.criterion = self.criterion(asked, field.title)
    }
    return view
  }

  private static func line(_ line: PaperField.Line) -> PaperView.Line {
    switch line {
    case .date: PaperView.Line(type: "date")
    case .number: PaperView.Line(type: "text", mode: "decimal")
    case .text, .id: PaperView.Line(type: "text")
    }
  }

  private mutating func rows(_ fields: [PaperField], _ rows: PaperRows) -> PaperView.Rows {
    PaperView.Rows(
      noun: PageText(rows.noun), add: PageText("Add a \(rows.noun)"), start: rows.start,
      most: rows.most.map { PageText("\($0)") }, fields: self.fields(fields))
  }

  private mutating func criterion(_ asked: PaperCriterion, _ title: String) -> PaperView.Criterion {
    let hasStatements = asked.point.map { Self.hasStatements($0) } ?? false
    let isCompact = asked.point != nil && asked.text == nil && !hasStatements && asked.prompts.isEmpty
    // A question that stands alone is its own heading.
    let point = asked.point.map {
      isCompact ? field($0, called: title) : field($0, of: title)
    }
    let names = asked.more.map { English.inSentence($0.title) }
    return PaperView.Criterion(
      asks: asked.point == nil ? "words" : "point", isCompact: isCompact,
      text: asked.text.map { PageText($0) }, isConditional: asked.isConditional,
      prompts: asked.prompts.map {
        PaperView.Prompts(title: PageText($0.title), items: $0.items.map { PageText($0) })
      },
      point: point.map { [$0] } ?? [], boxes: asked.boxes.map { field($0) },
      more: asked.more.map { field($0) },
      moreTitle: PageText("Add \(English.list(names, last: "or"))"))
  }

  private static func hasStatements(_ field: PaperField) -> Bool {
    guard case .choice(let choice) = field.kind else { return false }
    return choice.options.contains { !$0.statements.isEmpty }
  }

  private static func choice(_ choice: PaperChoice) -> PaperView.Choice {
    let hasStatements = choice.options.contains { !$0.statements.isEmpty }
    let points = choice.options.map { option($0) }
    let instead = choice.instead.map { option($0, isApart: true) }
    return PaperView.Choice(
      rungs: hasStatements ? points : [], options: (hasStatements ? [] : points) + instead,
      isNumbered: choice.isNumbered)
  }

  private static func option(_ option: PaperOption, isApart: Bool = false) -> PaperView.Option {
    PaperView.Option(
      value: PageText(option.value), number: option.number.map { PageText($0) },
      label: option.label.map { PageText($0) }, text: option.text.map { PageText($0) }, isApart: isApart,
      statements: option.statements.map {
        PaperView.Statement(id: PageText($0.id), text: PageText($0.text))
      })
  }
}
