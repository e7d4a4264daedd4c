import Diagnostics
import Documents
import Frameworks
import GRDB
import Reviews
import Rubrics

extension Workspace {
  /// Where every watch list of a framework stands, in the framework's order.
  ///
  /// - Parameter list: only the list with this id.
  public func watchLists(_ rubric: Rubric, list: String? = nil, on day: Day) throws(Failure) -> [WatchStatus]
  {
    let lists = DeclaredWatchList.all(of: rubric).filter { list == nil || $0.list.id.value == list }
    if lists.isEmpty { return [] }
    return try read { db in
      let query = WatchQuery(
        day: day, members: try MemberRows.present(db), timelines: try ReviewTimelines(rubric, of: nil, db))
      let findings = query.findings(rubric.rules)
      return try lists.map { try query.status($0, findings, db) }
    }
  }

  /// The frameworks that reviews or watch lists here were made against, with the newest major version in use; `nil`
  /// where only watch lists name it.
  public func frameworksInUse() throws(Failure) -> [(id: String, major: Int?)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT framework, max(major) AS major FROM
            (SELECT framework, major FROM review WHERE live = 1
              UNION ALL SELECT framework, NULL FROM watch_entry WHERE undone IS NULL)
          GROUP BY framework ORDER BY framework
          """)
      return try rows.map { (try $0.text("framework"), try $0.optionalNumber("major").map { Int($0) }) }
    }
  }
}

/// Puts together where a list stands.
struct WatchQuery {
  let day: Day
  let members: [Member]
  let timelines: ReviewTimelines

  /// What a framework says of one of a member's latest reviews.
  struct Found {
    let review: LatestReview
    let findings: RuleFindings
    let behind: [String: [Signal]]
  }

  /// By member id; nothing where a framework declares no rules.
  func findings(_ book: RuleBook?) -> [String: [Found]] {
    guard let book else { return [:] }
    let rules = ReviewRules(book)
    let behind = Dictionary(
      book.triggers.map { ($0.trigger.id.value, book.signals(behind: $0.trigger)) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(
      members.map { member in
        (
          member.id,
          timelines.latest(ofEachKind: member.id).map {
            Found(review: $0, findings: rules.findings($0.situation), behind: behind)
          }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  func status(_ list: DeclaredWatchList, _ found: [String: [Found]], _ db: Database) throws -> WatchStatus {
    let entries = try WatchRows.entries(list.rubric.id, list.list.id.value, db)
    let open = entries.filter { $0.endedOn == nil }
    let left = entries.filter { $0.endedOn != nil }
    let lastEnd = try WatchRows.lastEnds(list.rubric.id, list.list.id.value, db)
    let proposed = members.compactMap { member -> WatchProposal? in
      if open.contains(where: { $0.member == member.id }) { return nil }
      let news = (found[member.id] ?? []).filter { $0.review.recorded > lastEnd[member.id] ?? 0 }
      let findings = news.compactMap { pulled($0, list) }
      return findings.isEmpty ? nil : WatchProposal(member: member, findings: findings)
    }
    return WatchStatus(
      declared: list, day: day, proposed: proposed,
      watched: try open.map { entry in
        WatchedMember(
          member: try member(entry, db), entry: entry,
          due: list.cadence.map { ReportDue(entry, $0, on: day) },
          findings: (found[entry.member] ?? []).compactMap { pulled($0, list) },
          mayLeave: mayLeave(entry, list))
      },
      left: try left.sorted { ($0.endedOn ?? day, $0.id) > ($1.endedOn ?? day, $1.id) }.map {
        FormerlyWatched(member: try member($0, db), entry: $0)
      })
  }

  private func member(_ entry: WatchEntry, _ db: Database) throws -> Member {
    guard let found = try MemberRows.find(entry.member, db) else {
      throw Damage(what: "the member of entry \(entry.id) of the watch lists is not there")
    }
    return found.member
  }

  private func mayLeave(_ entry: WatchEntry, _ list: DeclaredWatchList) -> Condition? {
    guard let book = list.rubric.rules, let latest = timelines.latest(of: entry.member) else { return nil }
    return ReviewRules(book).mayClose(list.list.id.value, latest.situation)
  }

  /// `nil` where the review pulls no trigger of the list.
  private func pulled(_ found: Found, _ list: DeclaredWatchList) -> WatchFindings? {
    let given = Set(found.findings.signals.filter { $0.result == .holds }.map(\.signal.id.value))
    let triggers = found.findings.triggers.filter {
      $0.trigger.opens?.value == list.list.id.value && $0.result == .holds
    }
    if triggers.isEmpty { return nil }
    return WatchFindings(
      review: found.review.stored, occasion: found.review.situation.review.occasion?.value,
      trends: found.findings.trends.compactMap { finding in
        guard case .moved(let category, let change) = finding.result else { return nil }
        return TrendDirection(
          trend: finding.trend, category: finding.trend.categories[category], change: change)
      },
      triggers: triggers.map { finding in
        PulledTrigger(
          trigger: finding.trigger,
          signals: (found.behind[finding.trigger.id.value] ?? []).filter { given.contains($0.id.value) })
      })
  }
}
