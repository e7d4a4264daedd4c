import Documents
import Frameworks

/// A schedule as a table: number, who is reviewed, the review team with its lead marked, every scheduled step in its
/// order, and the people of each other role. Notes stand below the date of their step.
public struct ScheduleTable: Sendable {
  public let columns: [String]
  /// A cell is one line or several.
  public let rows: [[[String]]]
  /// The role whose people are marked with a star; `nil` where no role stands out.
  public let lead: String?

  public init(_ schedule: Schedule, _ framework: ResolvedFramework) {
    let content = framework.framework
    let roles = content.team.roles
    let lead = roles.first { $0.isOnTeam && $0.atMost == 1 }
    self.lead = lead?.title
    func role(_ member: TeamMember) -> Role? { member.role.flatMap { content.team.role(named: $0) } }
    // Roles outside the team have a column only where somebody takes them or a review needs them.
    let others = roles.filter { role in
      !role.isOnTeam
        && (role.atLeast ?? 0 > 0
          || schedule.reviews.contains { $0.team.contains { $0.role == role.id.value } })
    }
    let steps = content.process.steps.filter { step in
      step.isScheduled || schedule.reviews.contains { $0.days(of: step.id.value) != nil }
    }
    // People outside the team stand behind the last step that they have a part in.
    let places = Dictionary(grouping: others) { other in
      steps.lastIndex { ($0.by + $0.with).contains { $0.value == other.id.value } } ?? steps.count - 1
    }
    var heads = ["No.", content.subject.many.capitalizedFirst.droppingPlural, "Team"]
    for (place, step) in steps.enumerated() { heads += [step.title] + (places[place] ?? []).map(\.title) }
    if steps.isEmpty { heads += others.map(\.title) }
    columns = heads
    rows = schedule.reviews.map { review in
      let team = review.team.filter { role($0)?.isOnTeam ?? true }
      func names(_ other: Role) -> [String] {
        review.team.filter { role($0)?.id.value == other.id.value }.map(Self.name)
      }
      var cells = [
        [String(review.number.value)], [review.school.label],
        team.map { member in Self.name(member) + (lead != nil && role(member)?.id == lead?.id ? " *" : "") },
      ]
      for (place, step) in steps.enumerated() {
        cells.append(
          [review.days(of: step.id.value)?.words ?? "-"]
            + (review.note(of: step.id.value)?.split(whereSeparator: \.isNewline).map(String.init) ?? []))
        cells += (places[place] ?? []).map(names)
      }
      if steps.isEmpty { cells += others.map(names) }
      return cells
    }
  }

  private static func name(_ member: TeamMember) -> String {
    member.school.map { "\(member.name) (\($0.value))" } ?? member.name
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  fileprivate var droppingPlural: String { hasSuffix("s") ? String(dropLast()) : self }
}
