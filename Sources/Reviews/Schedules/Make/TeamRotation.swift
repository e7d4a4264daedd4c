import Diagnostics
import Documents
import Frameworks

/// Chooses people for one review after another, so that everybody's turn comes round and the framework's numbers and
/// exclusions hold where the list of people allows it.
struct TeamRotation {
  private let framework: Framework
  private let people: [ListedPerson]
  /// How often each person was chosen, and the roles they were chosen for in any review.
  private var turns: [Int]
  private var taken: [Set<String>]
  /// What could not be filled, for those who go on planning.
  private(set) var gaps: [String] = []

  init(_ framework: Framework, _ people: [ListedPerson]) {
    (self.framework, self.people) = (framework, people)
    turns = Array(repeating: 0, count: people.count)
    taken = Array(repeating: [], count: people.count)
  }

  /// The people of one review.
  mutating func team(for review: ScheduledReview) -> [TeamMember] {
    guard !people.isEmpty else { return [] }
    var members: [TeamMember] = []
    var chosen: [Int: String] = [:]
    for (role, count) in Self.numbers(framework.team) where count > 0 {
      var found = 0
      while found < count, let place = best(role, review, chosen) {
        chosen[place] = role.id.value
        turns[place] += 1
        taken[place].insert(role.id.value)
        members.append(Self.member(people[place], role))
        found += 1
      }
      if found < count {
        gaps.append("\(review.label): \(count - found) more wanted as \(role.title.lowercased()).")
      }
    }
    return members
  }

  /// How many of each role a review needs: its own least number, then what the sizes ask for, from the last of their
  /// roles on.
  static func numbers(_ team: Team) -> [(role: Role, count: Int)] {
    var counts = team.roles.map { $0.atLeast ?? 0 }
    for size in team.sizes {
      let places = size.of.compactMap { id in team.roles.firstIndex { $0.id.value == id.value } }
      var missing = (size.atLeast ?? 0) - places.reduce(0) { $0 + counts[$1] }
      for place in places.reversed() where missing > 0 {
        let room = max(0, (team.roles[place].atMost ?? 1_000) - counts[place])
        counts[place] += min(room, missing)
        missing -= min(room, missing)
      }
    }
    let sized = Set(team.sizes.flatMap { $0.of.map(\.value) })
    for (place, role) in team.roles.enumerated()
    where role.isOnTeam && role.atLeast == nil && counts[place] == 0 && !sized.contains(role.id.value) {
      counts[place] = min(1, role.atMost ?? 1)
    }
    return Array(zip(team.roles, counts))
  }

  /// Among those who may, whoever had the fewest turns; then whoever can do the fewest other things.
  private func best(_ role: Role, _ review: ScheduledReview, _ chosen: [Int: String]) -> Int? {
    people.indices.filter { may($0, role, review, chosen) }
      .min { left, right in rank(left, role, review, chosen) < rank(right, role, review, chosen) }
  }

  private func rank(_ place: Int, _ role: Role, _ review: ScheduledReview, _ chosen: [Int: String])
    -> (Int, Int, Int, Int, Int)
  {
    let person = people[place]
    // Reviewers come from elsewhere if they can, even where no rule says so, and from different schools.
    let isOwn = role.isOnTeam && person.school?.value == review.school.id.value
    let beside = person.school.map { school in chosen.keys.count { people[$0].school == school } } ?? 0
    // Whoever sits next in the list goes first: the start moves on from review to review.
    let next = (place - review.number.value * 3) % people.count
    return (
      isOwn ? 1 : 0, turns[place], person.roles.count, beside, (next + people.count) % people.count
    )
  }

  private func may(_ place: Int, _ role: Role, _ review: ScheduledReview, _ chosen: [Int: String]) -> Bool {
    let person = people[place]
    guard chosen[place] == nil,
      person.roles.contains(where: { framework.team.role(named: $0.value)?.id.value == role.id.value })
    else { return false }
    for exclusion in framework.team.exclusions {
      let others = Set(exclusion.not.map(\.value))
      let isHere = exclusion.role.value == role.id.value
      if isHere, exclusion.isFromElsewhere, person.school?.value == review.school.id.value { return false }
      guard exclusion.within == .cycle else { continue }
      if isHere, !taken[place].isDisjoint(with: others) { return false }
      if others.contains(role.id.value), taken[place].contains(exclusion.role.value) { return false }
    }
    return true
  }

  private static func member(_ person: ListedPerson, _ role: Role) -> TeamMember {
    var member = TeamMember()
    (member.name, member.school, member.facts) = (person.name, person.school, person.facts)
    member.role = role.id.value
    return member
  }
}
