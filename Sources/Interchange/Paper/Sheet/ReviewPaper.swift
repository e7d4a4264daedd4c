import Documents
import Frameworks
import Reviews
import Sealing

/// The sheet of a blank review: the same questions as in a blank review file.
public struct ReviewPaper {
  private let framework: ResolvedFramework
  private let kind: ReviewKind
  private let questions: PaperQuestions
  private let outline: ReviewOutline

  /// - Parameter digest: of the framework's resolved content.
  public static func sheet(_ framework: ResolvedFramework, digest: Digest, kind: ReviewKind) -> PaperSheet {
    let paper = ReviewPaper(framework, kind)
    let content = framework.framework
    return PaperSheet(
      title: "\(kind == .own ? "Self-review" : "Peer review"): \(content.title)",
      eyebrow: "A sheet to fill in · version \(content.version.value)", about: content.summary,
      origin: "\(content.id.value)@\(content.version.value)",
      head: [
        JSONValue.Member("schema", .string(DocumentKind.review.schema)),
        JSONValue.Member("framework", PaperSheet.pin(content, digest)),
        JSONValue.Member("kind", .string(kind.rawValue)),
      ],
      fileName: "\(kind == .own ? "self" : "peer")-review-\(content.id.value)",
      parts: [paper.about, paper.measures, paper.agreements].compactMap(\.self) + paper.judgements
        + [paper.rest])
  }

  private init(_ framework: ResolvedFramework, _ kind: ReviewKind) {
    self.framework = framework
    self.kind = kind
    questions = PaperQuestions(framework)
    outline = ReviewOutline(framework, kind: kind)
  }

  private var content: Framework { framework.framework }

  // MARK: - Around the judgements

  private var about: PaperPart {
    var fields = [
      questions.subject(isRequired: true),
      PaperQuestions.date("The day on which the judgements were made. An agreed review needs one."),
      PaperQuestions.status,
    ]
    if !content.occasions.isEmpty {
      fields.append(
        PaperField(
          "occasion", "Which occasion of the school year",
          PaperQuestions.oneOf(content.occasions.map { PaperOption($0.id.value, label: $0.title) })))
    }
    return PaperPart(anchor: "about", title: "About this review", fields: fields + [team])
  }

  private var team: PaperField {
    var person = [PaperField("name", "Name", .line(.text))]
    let roles = content.team.roles
    person.append(
      kind == .peer && !roles.isEmpty
        ? PaperField(
          "role", "Role", .pick(roles.map { PaperOption($0.id.value, label: $0.title) }, isList: false))
        : PaperField("role", "Role", .line(.text)))
    person.append(PaperField("school", "School", .line(.id), help: ["URN or short name."]))
    if kind == .peer { person += questions.facts(of: .member) }
    return PaperField(
      "team", "Who made it", .rows(person, PaperRows("person", start: 2)),
      help: ["Names never leave your partnership."])
  }

  private var measures: PaperPart? {
    guard !content.measures.isEmpty else { return nil }
    return PaperPart(
      anchor: "measures", title: "Measures", within: "measures", fields: content.measures.map(measure))
  }

  private func measure(_ measure: Measure) -> PaperField {
    let scale = measure.scale.flatMap { framework.scaleIndex($0.value) }.map(framework.scale)
    let points = (scale?.points ?? []).map { point in
      PaperOption(point.id.value, number: point.value.map(String.init), label: point.label ?? point.name)
    }
    let kind: PaperField.Kind =
      switch measure.kind {
      case .number: .line(.number)
      case .yesNo: .choice(PaperQuestions.yesNo)
      case .point: PaperQuestions.oneOf(points)
      case .counts:
        .group(points.map { PaperField($0.value, $0.label ?? $0.value, .line(.number)) })
      }
    let bounds: String? =
      switch (measure.atLeast, measure.atMost) {
      case (let low?, let high?): "From \(Self.plain(low)) to \(Self.plain(high))."
      case (let low?, nil): "At least \(Self.plain(low))."
      case (nil, let high?): "At most \(Self.plain(high))."
      case (nil, nil): nil
      }
    let unit = measure.unit.map { " (\($0))" } ?? ""
    return PaperField(
      measure.id.value, measure.title + unit, kind,
      help: [measure.text, measure.kind == .counts ? "How many at each point." : nil, bounds])
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }

  private var agreements: PaperPart? {
    guard !content.agreements.isEmpty else { return nil }
    return PaperPart(
      anchor: "agreements", title: "Agreements in writing", within: PaperSheet.agreements,
      fields: content.agreements.map { agreement in
        PaperField(
          agreement.id.value, agreement.title,
          .group([
            PaperField("signed", "Signed by all on", .line(.date)),
            PaperField("until", "Stands until", .line(.date), help: ["Only where it ends."]),
          ]), help: [agreement.text])
      })
  }

  private var rest: PaperPart {
    PaperPart(
      anchor: "note", title: "Anything else", fields: [PaperField("note", "Notes", .words)])
  }

  // MARK: - Judgements

  /// A part for each run of criteria with the same parent.
  private var judgements: [PaperPart] {
    var parts: [PaperPart] = []
    var last: Int??
    for entry in outline.entries {
      let parent = entry.criterion.parent
      if last != .some(parent) {
        parts.append(part(of: parent, number: parts.count + 1))
        last = .some(parent)
      }
      parts[parts.count - 1].fields.append(criterion(entry))
    }
    return parts
  }

  private func part(of parent: Int?, number: Int) -> PaperPart {
    let group = parent.map { framework.criteria[$0] }
    return PaperPart(
      anchor: "part-\(number)", title: group.map(trail) ?? "Judgements", text: group?.criterion.text,
      within: PaperSheet.judgements, fields: [])
  }

  /// The titles from the top down to a criterion.
  private func trail(_ criterion: ResolvedCriterion) -> String {
    var names: [String] = []
    var next: ResolvedCriterion? = criterion
    while let current = next {
      names.append([current.criterion.code, current.name].compactMap(\.self).joined(separator: " "))
      next = current.parent.map { framework.criteria[$0] }
    }
    return names.reversed().joined(separator: " › ")
  }

  private func criterion(_ entry: ReviewOutline.Entry) -> PaperField {
    let content = entry.criterion.criterion
    var asked = PaperCriterion()
    asked.text = content.title == nil ? nil : content.text
    asked.isConditional = content.when != nil
    asked.prompts = [
      prompts("Questions to talk through", content.questions, stem: entry.criterion.stem),
      prompts("Where evidence may be found", content.evidence, stem: nil),
    ].compactMap(\.self)
    if let scale = entry.scale.map(framework.scale) {
      let marks = entry.boxes.contains(.statements) ? content.statements : []
      let choice = questions.points(of: scale, statements: marks)
      var point = PaperField("point", "Judgement", .choice(choice), help: [help(for: .point)])
      if let title = title(of: .point) { point.title = title }
      asked.point = point
    }
    let words: [ReviewOutline.Box] = [.evidence, .actions, .challenge]
    asked.boxes = words.filter(entry.boxes.contains).map(box)
    asked.more = words.filter { !entry.boxes.contains($0) }.map(box)
    var field = PaperField(entry.criterion.path, entry.wording, .criterion(asked))
    field.isCounted = true
    field.isRequired =
      entry.scale != nil && framework.framework.judging[kind]?.isOptional == false
      && !asked.isConditional
    return field
  }

  private func prompts(_ title: String, _ prompts: [Prompt], stem: String?) -> PaperCriterion.Prompts? {
    guard !prompts.isEmpty else { return nil }
    let items = prompts.map { prompt -> String in
      let opening = (prompt.stem?.value ?? stem).flatMap(framework.stem)?.text
      return [opening, prompt.text].compactMap(\.self).joined(separator: " ")
    }
    return .init(title: title, items: items)
  }

  private func box(_ box: ReviewOutline.Box) -> PaperField {
    let usual: (title: String, help: String?) =
      switch box {
      case .evidence: ("Evidence", nil)
      case .actions: ("Actions", "One a line.")
      default: (kind == .peer ? "Challenge and comments" : "Comments from peers", nil)
      }
    return PaperField(
      box.rawValue, title(of: box) ?? usual.title, box == .actions ? .lines : .words,
      help: [help(for: box), usual.help])
  }

  /// As the framework's form words it.
  private func title(of box: ReviewOutline.Box) -> String? {
    outline.fields.first { $0.box == box }?.field.title
  }

  private func help(for box: ReviewOutline.Box) -> String? {
    outline.fields.first { $0.box == box }?.field.help
  }
}

extension PaperSheet {
  static let judgements = "judgements"
  /// On the page an object with the agreements' ids as keys; in a review a list.
  static let agreements = "agreements"

  static func pin(_ framework: Framework, _ digest: Digest) -> JSONValue {
    [
      "id": .string(framework.id.value), "version": .string(framework.version.value.description),
      "digest": .string(digest.description),
    ]
  }
}
