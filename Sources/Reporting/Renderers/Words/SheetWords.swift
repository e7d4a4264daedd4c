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

  /// Empty where the figure gives no mean.
  func mean(_ figure: SheetFigure) -> String { SheetDisplay(figure).map { Self.number($0.mean) } ?? "" }

  func interval(_ figure: SheetFigure) -> String {
    guard let interval = SheetDisplay(figure)?.interval else { return "" }
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
    scale(figure).flatMap { SheetDisplay(figure)?.words(on: $0) } ?? ""
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

  /// Figures that were made alike and can stand against the same scale, in the sheet's order.
  var byScale: [[SheetFigure]] {
    var groups: [[SheetFigure]] = []
    for figure in sheet.figures {
      let place = groups.firstIndex {
        $0[0].technique == figure.technique && ends($0[0]) == ends(figure) && scale($0[0]) == scale(figure)
      }
      if let place { groups[place].append(figure) } else { groups.append([figure]) }
    }
    return groups
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
    let counts =
      sheet.figures.contains { $0.rounded != nil }
      ? "exact counts" : "how many stand at each point, the highest and the lowest"
    return
      "Never in a sheet: names of \(English.plural(noun)) or people, what any one \(noun) was judged to be, \(counts), "
      + "anything that was written, and an overall figure."
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
