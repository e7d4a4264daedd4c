import Diagnostics

/// A team size counts some roles together, and each of them may say how many it needs and allows. The sums
/// must leave room for the size.
enum TeamSizes: FrameworkCheck {
  static let impossible = DiagnosticCode(
    "team-size-impossible", "A team cannot have a size that its roles allow.",
    advice: "Change the numbers of the roles, or the size of the team.")
  static let codes = [impossible]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let roles = Dictionary(
      resolved.framework.team.roles.filter { $0.strength != .may }.map { ($0.id.value, $0) },
      uniquingKeysWith: { first, _ in first })
    for size in resolved.framework.team.sizes where size.strength != .may {
      guard let place = size.of.first?.range else { continue }
      let names = Set(size.of.map(\.value))
      let least = names.reduce(0) { $0 + (roles[$1]?.atLeast ?? 0) }
      if let allowed = size.atMost, least > allowed {
        bag.report(impossible, message(allowed, needed: least), at: place)
        continue
      }
      let most = names.map { roles[$0]?.atMost }
      if let wanted = size.atLeast, !most.contains(nil) {
        let sum = most.reduce(0) { $0 + ($1 ?? 0) }
        if wanted > sum { bag.report(impossible, message(wanted, possible: sum), at: place) }
      }
    }
  }

  private static func message(_ allowed: Int, needed: Int) -> String {
    "At most \(people(allowed)) may take these roles, but together they need at least \(needed)."
  }
  private static func message(_ wanted: Int, possible: Int) -> String {
    "At least \(people(wanted)) should take these roles, but together they have room for \(possible)."
  }
  private static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}
