import ArgumentParser
import Profiles

/// `waymark policy list`
struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the policies that can be named: those that ship, and those of packs."
  )

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    for path in Shipped.shippedPolicies + frameworks.packs.flatMap(\.policies) {
      let policy = try Shipped.policy(path)
      try Console.print("\(policy.id.value)  \(policy.title)  \(path)\n")
    }
  }
}
