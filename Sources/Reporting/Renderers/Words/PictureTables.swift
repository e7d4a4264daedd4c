import Documents
import Rubrics

/// The tables of a partnership's private picture in which every school has a row.
struct PictureTables {
  private let picture: PartnershipPicture
  private let words: PictureWords

  init(_ picture: PartnershipPicture) {
    self.picture = picture
    words = PictureWords(picture)
  }

  private var noun: String { English.heading(slug: words.noun) }

  /// Who is there, who is missing, how much is answered, and who consents.
  var members: AccessibleTable {
    AccessibleTable(
      id: "members-table",
      caption: "Every \(words.noun), its review, how much of it is answered, and its consent",
      rowTitle: noun,
      columns: [
        .init("Review"), .init("Answered"), .init("Open", isNumeric: true),
        .init("Not applicable", isNumeric: true),
        .init("Consents to the sheet"),
      ],
      rows: picture.members.map { standing in
        let coverage = standing.row.map(words.coverage)
        let state = words.state(standing)
        return .init(
          standing.name,
          [
            standing.row == nil ? .missing(state) : .text(state),
            coverage.map { .figure($0.answered) } ?? .missing("–"),
            coverage.map { .figure("\($0.open)") } ?? .missing("–"),
            coverage.map { .figure("\($0.notApplicable)") } ?? .missing("–"),
            words.consents(standing) ? .text(words.consent(standing)) : .missing(words.consent(standing)),
          ])
      })
  }

  /// What stands in the columns of ``schools(isBrief:)``.
  private var shownGroups: [(title: String, group: PartnershipPicture.Group)] {
    picture.groups.filter { $0.position != nil }.map { group in
      (picture.isLong ? group.title : group.columns.first.map(picture.name(column:)) ?? group.title, group)
    }
  }

  /// The titles behind the numbers of the brief form of ``schools(isBrief:)``.
  var schoolTitles: [String] { shownGroups.map(\.title) }

  /// Each school's own row: its judgements, or its medians where sections hold several.
  ///
  /// - Parameter isBrief: columns by number, points by number.
  func schools(isBrief: Bool = false) -> AccessibleTable {
    let groups = shownGroups
    // Labels beside the numbers only where there is room for them.
    let isShort = isBrief || groups.count > 6
    var columns = groups.enumerated().map { AccessibleTable.Column(isBrief ? "\($0 + 1)" : $1.title) }
    let hasOverall = picture.rubric.allowsOverall
    if hasOverall { columns.append(.init("Overall")) }
    return AccessibleTable(
      id: "schools-table", caption: schoolsCaption(isShort), rowTitle: noun, columns: columns,
      rows: picture.counted.map { standing in
        var cells = groups.map { cell(standing.row ?? 0, $0.group, isShort: isShort) }
        if hasOverall { cells.append(overall(standing, isShort: isShort)) }
        return .init(standing.name, cells)
      })
  }

  private func schoolsCaption(_ isShort: Bool) -> String {
    let what = picture.isLong ? "median of each section" : "own judgements"
    let keys = isShort ? Set(picture.score.groupScales.map(PictureWords.key)).subtracting([""]).sorted() : []
    return "Each \(words.noun)’s \(what)" + (keys.isEmpty ? "" : ". " + keys.joined(separator: "; "))
  }

  /// Each school's judgements of one section's criteria, by their numbers in it.
  func criteria(_ numbered: [(number: Int, column: Int)], title: String, id: String) -> AccessibleTable {
    AccessibleTable(
      id: id, caption: "\(title): each \(words.noun)’s judgements. The numbers are those of the criteria.",
      rowTitle: noun, columns: numbered.map { .init("\($0.number)") },
      rows: picture.counted.map { standing in
        .init(standing.name, numbered.map { mark(standing.row ?? 0, column: $0.column, isShort: true) })
      })
  }

  // MARK: - Cells

  private func cell(_ row: Int, _ group: PartnershipPicture.Group, isShort: Bool) -> AccessibleTable.Cell {
    if group.columns.count == 1, let column = group.columns.first {
      return mark(row, column: column, isShort: isShort)
    }
    guard let position = group.position else { return .missing("–") }
    let score = picture.score[row: row, group: position]
    let scale = picture.score.groupScales[position]
    guard scale.isOrdered else { return .missing("no order") }
    guard score.applicable > 0 else { return .missing(isShort ? "n/a" : "not applicable") }
    guard let median = score.median() else {
      return .missing("\(score.answered) of \(score.applicable)\(isShort ? "" : " answered")")
    }
    if !isShort, case .point(let code) = median { return .figure(PictureWords.point(code, scale)) }
    return .figure(PictureWords.short(median, scale) ?? "–")
  }

  private func mark(_ row: Int, column: Int, isShort: Bool) -> AccessibleTable.Cell {
    let mark = picture.table.judgements[row, column]
    let scale = picture.scale(column: column)
    if Int(mark) < scale.values.count {
      return .figure(isShort ? PictureWords.short(mark, scale) : PictureWords.point(mark, scale))
    }
    if mark == Mark.hidden { return .missing(isShort ? "–" : "not asked") }
    if mark == Mark.notApplicable { return .missing(isShort ? "n/a" : "not applicable") }
    return .missing(isShort ? "–" : mark == Mark.notReviewed ? "not reviewed" : "no mark")
  }

  private func overall(_ standing: PartnershipPicture.Standing, isShort: Bool) -> AccessibleTable.Cell {
    guard let result = words.overall(standing), let value = result.value, let scale = result.scale else {
      return .missing(isShort ? "–" : "no figure")
    }
    if !isShort, case .point(let code) = value { return .figure(PictureWords.point(code, scale)) }
    return .figure(PictureWords.short(value, scale) ?? result.text)
  }

  /// What signs in brief cells mean.
  static let signs = "– means no mark, n/a not applicable; “3 of 8”: too few answered for a median."
}
