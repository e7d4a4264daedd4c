import Documents
import Frameworks
import Reviews
import Rubrics
import Workspaces

/// A partnership's private picture in words, the same on the terminal and on a page.
struct PictureWords {
  let picture: PartnershipPicture

  init(_ picture: PartnershipPicture) { self.picture = picture }

  private var framework: Framework { picture.rubric.framework.framework }
  /// "school", "alliance"
  var noun: String { FrameworkWords.subject(framework.subject) }
  func nouns(_ number: Int) -> String { English.count(number, noun) }
  /// What the framework calls the criteria that are judged: "area", "question".
  var unit: String {
    picture.rubric.framework.judgedLevel(picture.kind).map { FrameworkWords.level($0, of: framework) }
      ?? "criterion"
  }
  var unitTitle: String { unit.prefix(1).uppercased() + unit.dropFirst() }
  /// "Self-reviews"
  var reviews: String { picture.kind == .own ? "Self-reviews" : "Peer reviews" }

  var title: String { "\(picture.status.partnership.name): \(framework.title)" }
  var eyebrow: String {
    "Private report · \(picture.period) · \(reviews.lowercased()) · \(picture.rubric.reference)"
  }

  /// "School by school"
  var schoolsTitle: String { "\(English.heading(slug: noun)) by \(noun)" }

  static let privacy = "Exact figures of named schools: please keep them within your partnership."
  static let mark = "Not for publication. " + privacy

  var summary: String {
    let counted = picture.counted.count
    guard counted > 0 else { return "No agreed review counts yet, so there is nothing to sum up." }
    return
      "What \(English.count(counted, "agreed review")) of \(nouns(picture.members.count)) say together, exactly."
  }

  // MARK: - Who is there

  /// Who is missing and who has not consented, a sentence each.
  var gaps: [String] {
    func names(_ isWanted: (PartnershipPicture.Standing) -> Bool) -> [String] {
      picture.members.filter(isWanted).map(\.name)
    }
    let groups: [(String, [String])] = [
      ("No review yet", names { $0.state == .missing }),
      ("Only a draft, which does not count", names { if case .draft = $0.state { true } else { false } }),
      (
        "Counted, with a newer draft beside it",
        names { if case .agreedWithNewerDraft = $0.state { true } else { false } }
      ),
      ("No consent to the published sheet today", names { !consents($0) }),
    ]
    return groups.filter { !$0.1.isEmpty }.map { "\($0.0): \(English.list($0.1))." } + leftOut
  }

  /// Who would be left out of what were fixed today, by name and rule.
  private var leftOut: [String] {
    let sorts: [(LedgerSpend.Use, String)] = [
      (.sheet, "From a sheet that were fixed today"), (.pool, "From a contribution to a pool today"),
    ]
    return sorts.flatMap { use, title in
      (picture.leftOut[use] ?? []).map { left in
        let names = left.members.map { id in picture.members.first { $0.member.id == id }?.name ?? id }
        return "\(title), \(left.words): \(English.list(names)). \(left.rule.help)"
      }
    }
  }

  func consents(_ standing: PartnershipPicture.Standing) -> Bool {
    standing.consent?.consents(to: .sheet) ?? false
  }

  /// "agreed, 15 Jan 2026"
  func state(_ standing: PartnershipPicture.Standing) -> String {
    func dated(_ word: String, _ day: Day?) -> String { day.map { "\(word), \(Self.date($0))" } ?? word }
    switch standing.state {
    case .agreed(let day): return dated(standing.row == nil ? "agreed, does not fit" : "agreed", day)
    case .agreedWithNewerDraft(let day): return dated("agreed", day) + "; a newer draft"
    case .draft(let day): return dated("draft", day)
    case .missing: return "missing"
    }
  }

  /// "yes, until 31 July 2026"
  func consent(_ standing: PartnershipPicture.Standing) -> String {
    guard let status = standing.consent else { return "no" }
    if let consent = status.consents.first(where: { $0.purpose == .sheet }) {
      let audience = consent.audience == Consent.everyone ? "" : ", for “\(consent.audience)”"
      return "yes" + audience + (consent.until.map { ", until \(Self.date($0))" } ?? "")
    }
    guard let other = status.otherConsents.last(where: { $0.purpose == .sheet }) else { return "no" }
    if other.from > picture.status.day { return "from \(Self.date(other.from))" }
    return other.until.map { "no, ran out on \(Self.date($0))" } ?? "no"
  }

  /// How much of a member's review is answered.
  func coverage(_ row: Int) -> (answered: String, open: Int, notApplicable: Int) {
    let marks = picture.table.judgements.row(row)
    let notApplicable = marks.count { $0 == Mark.notApplicable }
    let answered = marks.count { $0 < Mark.firstReserved }
    let applicable = marks.count { $0 != Mark.hidden } - notApplicable
    return ("\(answered) of \(applicable)", applicable - answered, notApplicable)
  }

  /// "15 Jan 2026"
  static func date(_ day: Day) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  // MARK: - Figures

  /// A median in full: "3 Secure", "between 2 Expanding and 3 Secure"; without one, why.
  static func median(_ result: AggregateResult) -> String {
    guard let value = result.value, let scale = result.scale else {
      return result.shortfall?.words ?? "no figure"
    }
    switch value {
    case .point(let code): return point(code, scale)
    case .between(let lower, let upper): return "between \(point(lower, scale)) and \(point(upper, scale))"
    default: return result.text
    }
  }

  static func point(_ code: UInt8, _ scale: CompiledScale) -> String {
    scale.point(code).map(FrameworkWords.point) ?? scale.name(of: code)
  }

  /// A point as its number: "3"; names where there are no numbers.
  static func short(_ code: UInt8, _ scale: CompiledScale) -> String {
    scale.point(code).map { point in point.value.map(String.init) ?? point.name } ?? scale.name(of: code)
  }

  static func short(_ value: AggregateValue?, _ scale: CompiledScale) -> String? {
    switch value {
    case .point(let code): short(code, scale)
    case .between(let lower, let upper): "\(short(lower, scale))–\(short(upper, scale))"
    default: nil
    }
  }

  /// The points of a scale: "1 Emerging, 2 Expanding"; empty where none has a name besides its number.
  static func key(_ scale: CompiledScale) -> String {
    let named = scale.scale.points.filter {
      $0.value != nil && FrameworkWords.point($0) != "\($0.value ?? 0)"
    }
    return named.map(FrameworkWords.point).joined(separator: ", ")
  }

  // MARK: - What must be said beside the figures

  /// How many reviews make medians that bear some weight.
  private static let few = 5

  var cautions: [(title: String, text: String)] {
    var cautions: [(String, String)] = []
    let used = Set(picture.rubric.columns(picture.kind).scales).sorted().map { picture.rubric.scales[$0] }
    for scale in used where scale.scale.stability == .moving {
      let text =
        "Its points ask for more as practice improves, so a lower median than last year need not mean that "
        + "anybody slipped back. Compare years with care."
      cautions.append(("The scale “\(scale.name)” moves", text))
    }
    let counted = picture.counted.count
    if (1..<Self.few).contains(counted) {
      cautions.append(
        (
          "A small number",
          "Only \(counted) \(counted == 1 ? "review counts" : "reviews count"): one more can move every median."
        ))
    }
    return cautions
  }

  var overall: String {
    switch framework.overall {
    case .none: FrameworkWords.noOverall
    case .aggregate(let aggregate):
      FrameworkWords.overall(aggregate)
        + " It is each \(noun)’s own: the framework makes none for a partnership, and neither does Waymark."
    }
  }

  /// Each counted member's own overall figure, where the framework gives one.
  func overall(_ standing: PartnershipPicture.Standing) -> AggregateResult? {
    guard picture.rubric.allowsOverall, let row = standing.row else { return nil }
    return try? Scorer.score(picture.table.reviews[row].review, rubric: picture.rubric).overall()
  }

  /// Reviews that the framework's version cannot read.
  var unfit: [(name: String, text: String)] {
    picture.table.unfit.map { unfit in
      let member = picture.members.first { $0.member.id == unfit.stored.subject }
      let reasons = English.list(unfit.reasons)
      return (
        member?.name ?? unfit.stored.subject,
        "Made with \(unfit.stored.reference) (\(unfit.stored.file)): \(reasons). It counts in nothing here."
      )
    }
  }

  /// Where a kind of review marks nothing.
  var marksNothing: String {
    picture.kind == .own
      ? "In this framework a self-review gives no marks, so there are no figures."
      : "In this framework peers give no marks, so there are no figures."
  }
}
