import Documents
import Frameworks
import Reviews
import Sealing

/// Writes a review's table.
struct ReviewCSVWriter {
  private let framework: ResolvedFramework
  private let outline: ReviewOutline
  private var rows = CSVWriter()

  var text: String { rows.text }

  init(_ framework: ResolvedFramework, kind: ReviewKind) {
    self.framework = framework
    outline = ReviewOutline(framework, kind: kind)
  }

  mutating func writeHead(of review: Review, digest: Digest) {
    let pin = review.framework
    write(.schema, DocumentKind.review.schema)
    write(.framework, "\(pin.id.value)@\(pin.version.value)")
    write(.digest, (pin.digest ?? digest).description)
    write(.kind, review.kind.value.rawValue)
    write(.subjectID, review.subject.id.value)
    write(.subjectName, review.subject.name ?? "")
    write(.date, review.date?.description ?? "")
    write(.period, review.statedPeriod?.description ?? "")
    write(.status, review.status.rawValue)
    for member in review.team {
      rows.row([
        ReviewCSVLayout.Head.team.rawValue, member.name, member.role ?? "", member.school?.value ?? "",
      ])
    }
    if let note = review.note { write(.note, note) }
    for line in help { write(.help, line) }
  }

  mutating func writeTable(_ judgements: [Keyed<Judgement>]) {
    rows.row([])
    rows.row(ReviewCSVLayout.Column.allCases.map(\.rawValue))
    let given = Dictionary(
      judgements.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
    let asked = Set(outline.entries.map(\.criterion.path))
    for criterion in framework.criteria where asked.contains(criterion.path) || given[criterion.path] != nil {
      let title = ReviewOutline.wording(of: criterion, framework)
      write(given[criterion.path] ?? Judgement(), of: criterion.path, title: title)
    }
    for entry in judgements where framework.criterion(entry.key.value) == nil {
      write(entry.value, of: entry.key.value, title: "")
    }
  }

  private mutating func write(_ key: ReviewCSVLayout.Head, _ value: String) {
    rows.row([key.rawValue, value])
  }

  private mutating func write(_ judgement: Judgement, of path: String, title: String) {
    rows.row(
      ReviewCSVLayout.Column.allCases.map { column in
        switch column {
        case .criterion: path
        case .title: title
        case .point: judgement.point?.value ?? ""
        case .evidence: judgement.evidence ?? ""
        case .actions: judgement.actions.map { Self.line($0) }.joined(separator: "\n")
        case .challenge: judgement.challenge ?? ""
        case .statements: judgement.statements.map(\.value).joined(separator: "\n")
        }
      })
  }

  /// An action on one line; its semicolons are doubled, since a single one would end it.
  private static func line(_ action: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in action.trimmedAsRead.unicodeScalars {
      switch scalar {
      case "\n", "\r": line.append(" ")
      case ";": line.append(contentsOf: ";;".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// What to write where, for the person at the spreadsheet.
  private var help: [String] {
    var lines = [
      "Subject id: a school's URN (six digits), or the short name that your partnership gave it.",
      "Status: draft, until all who made it stand behind it; then agreed. Date: like 2026-01-31.",
    ]
    let scales = Set(outline.entries.compactMap(\.scale)).sorted()
    for index in scales {
      let scale = framework.scale(index)
      lines.append("Points of \(scale.title ?? "the scale"): \(scale.pointChoices.joined(separator: "; ")).")
    }
    if scales.isEmpty {
      lines.append("No points are given in this kind of review; say it in words.")
    } else {
      lines.append("Where there is no point to give: not-applicable, or not-reviewed.")
    }
    lines.append("Actions: one a line in their cell. When you are done, save as CSV UTF-8.")
    return lines
  }
}
