import Diagnostics

/// A check of what the form of a crosswalk cannot tell. One check a file; its doc comment is its page in the reference,
/// its codes stand at the foot of the file.
protocol CrosswalkCheck: Sendable {
  /// What it may report.
  static var codes: [DiagnosticCode] { get }

  /// Looks at the whole crosswalk. Fields that could not be read are empty and are passed over: they were reported.
  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag)
}

/// What a crosswalk is held against.
struct CrosswalkContext: Sendable {
  let from: ResolvedFramework
  let to: ResolvedFramework

  func framework(_ side: CrosswalkSide) -> ResolvedFramework { side == .from ? from : to }

  func reference(_ side: CrosswalkSide) -> String {
    let framework = framework(side).framework
    return "\(framework.id.value)@\(framework.version.value)"
  }

  /// Whether every path of a link leads to a criterion: what is said of others would follow from that mistake.
  func knows(_ link: CrosswalkLink) -> Bool {
    CrosswalkSide.allCases.allSatisfy { side in
      link.paths(side).allSatisfy { framework(side).criterion($0.value) != nil }
    }
  }

  /// The scales on which a kind of review marks some criteria, one entry a criterion that it marks.
  func judgedScales(_ paths: [Located<String>], _ side: CrosswalkSide, by kind: ReviewKind) -> [Int] {
    let framework = framework(side)
    return paths.compactMap { framework.criterion($0.value)?.judgedScale(by: kind) }
  }
}

/// Every check of a crosswalk, in the order in which they run.
public enum CrosswalkChecks {
  static let all: [any CrosswalkCheck.Type] = [
    CrosswalkEnds.self, LinkNames.self, LinkedPaths.self, RepeatedPaths.self, RepeatedPairs.self,
    LinkGrounds.self, CrossedScales.self, CrossedPoints.self, MissingScaleMaps.self, LinkCombinations.self,
    UnaccountedCriteria.self,
  ]

  /// For the page of diagnostics.
  public static var codes: [DiagnosticCode] { all.flatMap { $0.codes } }

  /// A crosswalk of other frameworks or versions is told so and looked at no further. Where something could not be
  /// read, no warnings are added: they would most likely follow from that.
  static func run(
    _ crosswalk: Crosswalk, from: ResolvedFramework, to: ResolvedFramework, into bag: inout DiagnosticBag
  ) {
    let context = CrosswalkContext(from: from, to: to)
    guard CrosswalkEnds.match(crosswalk, context) else {
      CrosswalkEnds.check(crosswalk, in: context, into: &bag)
      return
    }
    var meaning = DiagnosticBag()
    for check in all { check.check(crosswalk, in: context, into: &meaning) }
    bag.append(bag.hasErrors ? meaning.filter { $0.severity == .error } : meaning)
  }
}
