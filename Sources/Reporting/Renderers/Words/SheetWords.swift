import Foundation
import Frameworks
import Profiles
import Rubrics
import Sealing

/// A sheet in words, the same on the terminal and on a page.
struct SheetWords {
  let sheet: Sheet
  let rubric: Rubric
  let payload: [UInt8]
  let regions: RegionList

  init(_ sheet: Sheet, _ rubric: Rubric, _ payload: [UInt8], _ regions: RegionList) {
    (self.sheet, self.rubric, self.payload, self.regions) = (sheet, rubric, payload, regions)
  }

  /// "school", "alliance"
  var noun: String { FrameworkWords.subject(rubric.framework.framework.subject) }
  func nouns(_ number: Int) -> String { English.count(number, noun) }

  /// "section", or what the framework calls the criteria that are judged: "area".
  var unit: String {
    if sheet.unit == .section { return "section" }
    return rubric.framework.judgedLevel(sheet.kind).map {
      FrameworkWords.level($0, of: rubric.framework.framework)
    }
      ?? "criterion"
  }
  var unitTitle: String { unit.prefix(1).uppercased() + unit.dropFirst() }

  var title: String { "The sheet: \(sheet.framework.title)" }
  var judgements: String { sheet.kind == .own ? "self-review judgements" : "peer judgements" }
  var eyebrow: String { "\(sheet.partnership) · \(sheet.period) · \(judgements)" }

  var summary: String {
    "This is all that the sheet says, to the last byte. Nothing else about \(English.plural(noun)) leaves with it."
  }

  /// What stands under the number of subjects: "schools took part".
  var tookPart: String { "\(sheet.subjects == 1 ? noun : English.plural(noun)) took part" }

  /// Where it comes from, term by term.
  var facts: [(term: String, text: String)] {
    let region = regions.name(ofCode: sheet.region)
    return [
      ("Partnership", sheet.partnership),
      ("Region", region == sheet.region ? region : "\(region) (\(sheet.region))"),
      ("Framework", "\(sheet.framework.title), \(sheet.framework.reference)"),
      ("School year", sheet.period.description),
      ("Whose judgements", sheet.kind == .own ? "those of the self-reviews" : "those of the peers"),
      ("Took part", nouns(sheet.subjects)),
      ("Policy", sheet.policy.id),
    ] + sheet.through.map { ("Framework's scores", "worked out by \($0.words)") }
  }

  // MARK: - Figures

  static func number(_ value: Double) -> String { ChartNumber.fixed(value, decimals: 2) }

  /// A number as the published bytes have it.
  static func exact(_ value: Double) -> String { JSONValue.double(value).prettyText() }

  func mean(_ figure: SheetFigure) -> String { Self.number(SheetDisplay(figure).mean) }

  func interval(_ figure: SheetFigure) -> String {
    let interval = SheetDisplay(figure).interval
    return "\(Self.number(interval.lowerBound)) to \(Self.number(interval.upperBound))"
  }

  /// The figure's scale, where this framework knows it and its ends are the figure's.
  func scale(_ figure: SheetFigure) -> CompiledScale? {
    let columns = rubric.columns(sheet.kind)
    let position: Int? =
      switch sheet.unit {
      case .criterion:
        rubric.framework.criterion(figure.id).flatMap { columns.column(ofCriterion: $0.index) }
          .map { columns.scales[$0] }
      case .section:
        rubric.groups(sheet.kind).first { $0.id == figure.id }
          .flatMap { rubric.commonScale(of: $0.columns, kind: sheet.kind) }
      }
    guard let scale = position.map({ rubric.scales[$0] }), scale.isOrdered,
      scale.lowest == figure.points.lowerBound, scale.highest == figure.points.upperBound
    else { return nil }
    return scale
  }

  /// Where the mean lies: "about Secure". Empty where that cannot be said.
  func place(_ figure: SheetFigure) -> String {
    scale(figure).flatMap { SheetDisplay(figure).words(on: $0) } ?? ""
  }

  /// "1 Emerging to 4 Sustainable"
  func ends(_ figure: SheetFigure) -> String {
    let points = scale(figure)?.scale.points ?? []
    func name(_ value: Int) -> String {
      points.first { $0.value == value }.map(FrameworkWords.point) ?? "\(value)"
    }
    return "\(name(figure.points.lowerBound)) to \(name(figure.points.upperBound))"
  }

  /// What stands behind a figure: "9 schools", "12 schools, 18 criteria together".
  func behind(_ figure: SheetFigure) -> String {
    nouns(figure.n) + (figure.criteria > 1 ? ", \(figure.criteria) criteria together" : "")
  }

  /// Figures that can stand against the same scale, in the sheet's order.
  var byScale: [[SheetFigure]] {
    var groups: [[SheetFigure]] = []
    for figure in sheet.figures {
      let place = groups.firstIndex { ends($0[0]) == ends(figure) && scale($0[0]) == scale(figure) }
      if let place { groups[place].append(figure) } else { groups.append([figure]) }
    }
    return groups
  }

  /// The figures as the bytes have them, under ``exactTitles``.
  var exactRows: [[String]] {
    sheet.figures.map { figure in
      [
        figure.id, "\(figure.n)", "\(figure.criteria)", "\(figure.sum)", "\(figure.scale)",
        "\(figure.epsilon)",
        Self.exact(figure.mean), Self.exact(figure.standardError), Self.exact(figure.interval.lowerBound),
        Self.exact(figure.interval.upperBound),
      ]
    }
  }

  let exactTitles = ["Id", "n", "Criteria", "Sum", "Scale", "Epsilon", "Mean", "SE", "Low", "High"]

  /// Where the noise pushed a mean past the end of its scale; the sheet itself keeps what was drawn.
  var clamped: [String] {
    sheet.figures.filter { SheetDisplay($0).isClamped }.map {
      "\($0.title): the noise took the mean past the end of its scale. It is shown at the end; "
        + "the sheet says \(Self.exact($0.mean))."
    }
  }

  // MARK: - Noise

  /// How far the noise may move a figure, under ``noiseTitles``.
  func noise(_ figure: SheetFigure) -> [String] {
    let reach = DiscreteLaplace(scale: figure.scale).reach
    return [
      figure.epsilon.description, "±\(reach)",
      "±\(Self.number(Double(reach) / Double(figure.n * figure.criteria)))",
    ]
  }

  static let noiseTitles = ["Epsilon", "On the sum", "On the mean"]

  static let noiseMeaning =
    "A random whole number was added to each sum, once and for good, before the mean was worked out. "
    + "The table says how far it reaches in at least 95 of 100 draws. The standard error and the interval come from "
    + "this noise alone; they say nothing of how judgements differ."

  /// What each epsilon means, a paragraph each.
  var protection: [String] {
    var seen: [Fraction] = []
    for figure in sheet.figures where !seen.contains(figure.epsilon) { seen.append(figure.epsilon) }
    let whose = sheet.unit == .section ? "judgements in the section" : "judgement"
    return seen.map { epsilon in
      let count = sheet.figures.count { $0.epsilon == epsilon }
      let whole =
        seen.count == 1
        ? "Every figure has" : "\(English.count(count, "figure")) \(count == 1 ? "has" : "have")"
      let factor = exp(epsilon.approximation)
      let odds = Int((100 * factor / (1 + factor)).rounded())
      return "\(whole) epsilon \(epsilon). This is the promise: whatever one \(noun)’s \(whose) had been, a "
        + "figure is at most \(ChartNumber.fixed(factor, decimals: 1)) times as likely to come out as it did. Somebody "
        + "who holds two answers for equally likely can be at most about \(odds) % sure of one after seeing it "
        + "alone. A smaller epsilon protects more and blurs more."
    }
  }

  // MARK: - What is left out

  /// What people call a criterion or section that the sheet only names by id.
  func name(_ id: String) -> String {
    guard rubric.id == sheet.framework.id else { return id }
    switch sheet.unit {
    case .criterion:
      return rubric.framework.criterion(id).map { $0.criterion.title ?? rubric.framework.sentence($0) } ?? id
    case .section: return rubric.framework.framework.sections.first { $0.id.value == id }?.title ?? id
    }
  }

  func reason(_ reason: SheetOmission.Reason) -> String {
    switch reason {
    case .belowGate:
      "Too few \(English.plural(noun)) are judged on it for a figure that keeps each of them private."
    case .nominalScale: "Its points have no order, so there is no mean."
    case .mixedScales: "Its criteria are judged on different scales, which have no mean together."
    case .notJudged: "Nothing in it is judged in this kind of review."
    case .oneValue: "Its scale has one value only, so there is nothing to tell."
    }
  }

  var never: String {
    "Never in a sheet: names of \(English.plural(noun)) or people, what any one \(noun) was judged to be, how many "
      + "stand at each point, the highest and the lowest, anything that was written, and an overall figure."
  }

  // MARK: - Bytes

  var size: String { English.count(payload.count, "byte") }
  var digest: String { Digest(of: payload).description }

  /// The payload a key a line; as it is, where it is no JSON.
  var pretty: String {
    (try? JSONValue(parsing: payload))?.prettyText() ?? String(decoding: payload, as: UTF8.self)
  }

  static let bytesMeaning =
    "What is signed and published is these bytes. Here the same content has a line for each key; "
    + "the bytes themselves have no spaces or line breaks between them."
}
