import ArgumentParser
import Diagnostics
import Documents
import Profiles

/// `waymark policy check FILE… [--least REF]`
struct PolicyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in policies, and hold them against another one.",
    discussion: """
      Exit code 0 when there is no mistake, 1 when there are, 66 when a file is missing, and 77 where a policy is weaker \
      than the one that --least names: each rule is named, and what to change.
      """)

  @Argument(
    help: ArgumentHelp(
      "Policies: files, or names of those that ship or that packs bring along.", valueName: "policy"))
  var policies: [String]

  @Option(
    help: ArgumentHelp(
      "The least policy that each has to be as strict as: a file or a name.", valueName: "policy"))
  var least: String?

  @Option(help: "How to print mistakes: text, json or sarif.")
  var format = DiagnosticFormat.text

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    let packs = frameworks.packs
    let least = try least.map { try Shipped.policy($0, packs: packs) }
    var (sources, bag) = (SourceMap(), DiagnosticBag())
    var checked: [(path: String, policy: Policy)] = []
    for name in policies {
      let source = try Shipped.policyFile(name, packs: packs)
      if let policy = PolicyReader.read(source, sources.add(source), into: &bag) {
        checked.append((source.path, policy))
      }
    }
    try Console.print(try format.print(bag, sources))
    if format == .text {
      let count = "\(policies.count) \(policies.count == 1 ? "policy" : "policies") checked"
      try Console.print(
        bag.errorCount == 0
          ? "\(count): no mistakes.\n"
          : "\(count): \(bag.errorCount) error\(bag.errorCount == 1 ? "" : "s").\n")
    }
    var weaker = 0
    if let least {
      for (path, policy) in checked where try !report(path, policy, against: least) { weaker += 1 }
    }
    if bag.hasErrors { throw ExitCode(ExitStatus.mistakes.rawValue) }
    if weaker > 0 { throw ExitCode(ExitStatus.refused.rawValue) }
  }

  /// - Returns: whether the policy is strict enough.
  private func report(_ path: String, _ policy: Policy, against least: Policy) throws -> Bool {
    let weaknesses = policy.weaknesses(against: least)
    let (own, other) = ("“\(policy.id.value)”", "“\(least.id.value)”")
    guard format == .text else {
      for weakness in weaknesses {
        Console.note("\(path): rule “\(weakness.rule.rawValue)”. \(weakness.words)")
      }
      return weaknesses.isEmpty
    }
    if weaknesses.isEmpty {
      try Console.print("\(own) is at least as strict as \(other) in every rule.\n")
      return true
    }
    try Console.print("\(own) is weaker than \(other):\n")
    for weakness in weaknesses {
      try Console.print("  rule “\(weakness.rule.rawValue)”: \(weakness.words)\n    \(weakness.help)\n")
    }
    return false
  }
}
