import Documents
import Foundation
import Frameworks
import Reviews
import Rubrics
import Workspaces

/// A partnership's private picture of one framework, school year and kind of review: who is there, what they were
/// judged to be, exactly. Never for publication.
public struct PartnershipPicture: Sendable {
  let rubric: Rubric
  let kind: ReviewKind
  let period: Period
  let table: ReviewTable
  let status: WorkspaceStatus
  let score: TableScore
  /// The framework's sections, or its criteria at the top; criteria outside every section come last.
  let groups: [Group]
  /// Everybody who is expected or has a review, by name.
  let members: [Standing]
  /// Who would be left out of a sheet, or a pool, that were fixed today.
  public var leftOut: [LedgerSpend.Use: [LeftOut]] = [:]

  /// - Parameters:
  ///   - table: every member's latest agreed review of this kind and period, as `Workspace.table` gives it.
  ///   - status: the same workspace's status.
  public init(rubric: Rubric, kind: ReviewKind, period: Period, table: ReviewTable, status: WorkspaceStatus) {
    (self.rubric, self.kind, self.period) = (rubric, kind, period)
    (self.table, self.status) = (table, status)
    score = TableScore(rubric: rubric, kind: kind, table: table.judgements)
    groups = Self.groups(rubric, kind)
    members = Self.members(rubric, kind, period, table, status)
  }

  /// A section, or a criterion at the top with all that is judged below it.
  struct Group: Sendable {
    let title: String
    /// Its position among ``TableScore/groups``; `nil` for criteria outside every section, which have none together.
    let position: Int?
    let parts: [Part]

    var columns: [Int] { parts.flatMap(\.columns) }
  }

  /// Neighbouring criteria under the same heading.
  struct Part: Sendable {
    let title: String?
    var columns: [Int]
  }

  /// Where a member stands.
  struct Standing: Sendable {
    let member: Member
    let state: ReviewOccasion.State
    /// Its row in the table; `nil` where nothing counts yet, or where its review does not fit.
    let row: Int?
    /// `nil` where the status does not know it.
    let consent: MemberStatus?
    /// As people call it; with its id where two share a name.
    let name: String
  }

  /// True where groups hold several criteria, so that the criteria are shown group by group.
  var isLong: Bool { groups.contains { $0.columns.count > 1 } }

  /// Members whose reviews count, in the order of ``members``.
  var counted: [Standing] { members.filter { $0.row != nil } }

  func scale(column: Int) -> CompiledScale { rubric.scales[rubric.columns(kind).scales[column]] }

  func criterion(column: Int) -> ResolvedCriterion {
    rubric.framework.criteria[rubric.columns(kind).criteria[column]]
  }

  /// What people call a judged criterion: its title, else its question.
  func name(column: Int) -> String {
    let criterion = criterion(column: column)
    return criterion.criterion.title ?? rubric.framework.sentence(criterion)
  }

  // MARK: - How it is made

  private static func groups(_ rubric: Rubric, _ kind: ReviewKind) -> [Group] {
    let named = rubric.groups(kind)
    var groups = named.enumerated().map { position, group in
      Group(title: group.title, position: position, parts: parts(of: group.columns, rubric, kind))
    }
    let grouped = Set(named.flatMap(\.columns))
    let others = (0..<rubric.columns(kind).count).filter { !grouped.contains($0) }
    if !others.isEmpty {
      groups.append(
        Group(title: "Outside every section", position: nil, parts: parts(of: others, rubric, kind)))
    }
    return groups
  }

  /// Runs of columns with the same parent, each under the parent's name unless there is only one.
  private static func parts(of columns: [Int], _ rubric: Rubric, _ kind: ReviewKind) -> [Part] {
    var parts: [Part] = []
    var last: Int??
    for column in columns {
      let criterion = rubric.framework.criteria[rubric.columns(kind).criteria[column]]
      if parts.isEmpty || last != .some(criterion.parent) {
        parts.append(Part(title: criterion.parent.map { rubric.framework.criteria[$0].name }, columns: []))
        last = criterion.parent
      }
      parts[parts.count - 1].columns.append(column)
    }
    return parts.count == 1 ? [Part(title: nil, columns: columns)] : parts
  }

  private static func members(
    _ rubric: Rubric, _ kind: ReviewKind, _ period: Period, _ table: ReviewTable, _ status: WorkspaceStatus
  ) -> [Standing] {
    let occasion = status.occasions.first {
      $0.framework == rubric.id && $0.major == rubric.version.major && $0.period == period && $0.kind == kind
    }
    // Without any review of the occasion, everybody is missing who had joined by then.
    let present = status.members.map(\.member).filter { $0.joined.map { $0.period <= period } ?? true }
    let standings: [(member: Member, state: ReviewOccasion.State)] =
      occasion?.standings.map { ($0.member, $0.state) } ?? present.map { ($0, .missing) }
    let rows = Dictionary(
      table.judgements.subjects.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let consents = Dictionary(
      status.members.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(standings.map { ($0.member.name, 1) }, uniquingKeysWith: +)
    return standings.map { member, state in
      Standing(
        member: member, state: state, row: rows[member.id], consent: consents[member.id],
        name: names[member.name] == 1 ? member.name : member.label)
    }.sorted { isBefore($0.member, $1.member) }
  }

  /// By name, in which School 2 stands before School 10; then by id.
  private static func isBefore(_ left: Member, _ right: Member) -> Bool {
    switch left.name.compare(right.name, options: [.caseInsensitive, .numeric]) {
    case .orderedAscending: true
    case .orderedDescending: false
    case .orderedSame: left.id < right.id
    }
  }
}
