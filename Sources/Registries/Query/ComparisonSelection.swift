import Diagnostics
import Documents
import Frameworks
import Sealing

/// Which sheets a request means: the major version, the kind and the periods, from what there is.
struct ComparisonSelection {
  let framework: String
  let major: Int
  let kind: ReviewKind
  /// Oldest first.
  let periods: [Period]
  /// Of these periods.
  let bases: [BasisCount]
  /// Of the same kind, against other major versions.
  let otherMajors: [BasisCount]
  /// How many sheets of these periods hold figures that cannot be compared.
  let leftOut: Int

  /// The contents that the sheets of each period rest on.
  var frameworks: [Set<Digest>] {
    periods.map { period in Set(bases.filter { $0.scope.period == period }.map(\.basis.framework)) }
  }

  func scope(_ period: Period) -> ReleaseScope {
    ReleaseScope(framework: framework, major: major, kind: kind, period: period)
  }

  init(_ request: ComparisonRequest, _ store: any RegistryReading) throws {
    framework = request.framework
    if let version = request.version, try store.framework(id: framework, version: version) == nil {
      throw try Self.notHeld("\(framework)@\(version)", framework, store)
    }
    let all = try store.bases(framework: framework)
    var bases = all.filter { $0.sheets > 0 }
    if bases.isEmpty, !all.isEmpty { throw Self.nothingComparable(framework, all) }
    if bases.isEmpty {
      if try store.frameworks(id: framework).isEmpty { throw try Self.notHeld(framework, framework, store) }
      throw Failure(
        .unavailable, "Nobody has published a sheet for “\(framework)” here yet.",
        help: "Make one with `waymark profile sheet`, and publish it with `waymark registry publish`.")
    }
    let majors = Set(bases.map(\.scope.major))
    major = request.major ?? majors.max() ?? 0
    let others = bases.filter { [major] in $0.scope.major != major }
    bases.removeAll { [major] in $0.scope.major != major }
    let kinds = Set(bases.map(\.scope.kind))
    // The peers' judgements count where there are any (DESIGN section 6).
    kind = request.kind ?? kinds.max() ?? .own
    bases.removeAll { [kind] in $0.scope.kind != kind }
    otherMajors = others.filter { [kind] in $0.scope.kind == kind }
    let years = Set(bases.map(\.scope.period)).sorted()
    switch request.periods {
    case .latest: periods = years.suffix(1)
    case .one(let period): periods = years.contains(period) ? [period] : []
    case .all: periods = years
    }
    leftOut = all.reduce(0) { [major, kind, periods] sum, count in
      let scope = count.scope
      let isMeant = scope.major == major && scope.kind == kind && periods.contains(scope.period)
      return isMeant ? sum + count.leftOut : sum
    }
    bases.removeAll { [periods] in !periods.contains($0.scope.period) }
    self.bases = bases
    if periods.isEmpty { throw Self.nothing(request, major, kind, years, majors) }
  }

  private static func nothingComparable(_ framework: String, _ bases: [BasisCount]) -> Failure {
    let sheets = bases.reduce(0) { $0 + $1.leftOut }
    return Failure(
      .unavailable,
      "No figure of “\(framework)” can be compared here: \(sheets == 1 ? "its one sheet holds" : "its \(sheets) sheets hold") "
        + "rounded figures instead of noise of a known size.",
      help: "Read them one by one with `waymark registry show`, or ask for sheets under a policy with noise.")
  }

  private static func notHeld(
    _ reference: String, _ id: String, _ store: any RegistryReading
  ) throws -> Failure {
    let versions = try store.frameworks(id: id).map(\.reference)
    let known = versions.isEmpty ? Set(try store.frameworks(id: nil).map(\.id)).sorted() : versions
    let near = versions.isEmpty ? NearestName.of(id, among: known) : nil
    let all = known.isEmpty ? "It holds no framework yet." : "It holds: \(known.joined(separator: ", "))."
    let help = near.map { "Did you mean “\($0)”?" } ?? all
    return Failure(.unavailable, "This registry does not hold the framework “\(reference)”.", help: help)
  }

  private static func nothing(
    _ request: ComparisonRequest, _ major: Int, _ kind: ReviewKind, _ periods: [Period], _ majors: Set<Int>
  ) -> Failure {
    var what = "Nobody has published a sheet for version \(major) of “\(request.framework)”"
    if majors.contains(major) { what += " with judgements of the kind “\(kind.rawValue)”" }
    if case .one(let period) = request.periods, !periods.isEmpty { what += " for \(period)" }
    let help =
      if !periods.isEmpty {
        "There are sheets for: \(periods.map(\.description).joined(separator: ", "))."
      } else {
        "There are sheets for: "
          + majors.sorted().map { "version \($0)" }.joined(separator: ", ") + "."
      }
    return Failure(.unavailable, what + " here.", help: help)
  }
}
