import ArgumentParser
import Profiles
import Reporting

/// `waymark policy show [POLICY]`
struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Say in plain words what a policy publishes, and of how many.")

  @Argument(
    help: ArgumentHelp(
      "A file, or the name of a policy that ships or that a pack brings along; without it, default.",
      valueName: "policy"))
  var policy: String?

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let policy = try Shipped.policy(policy, packs: frameworks.packs)
    try Console.deliver(try PolicyText.text(policy), to: output.output)
  }
}
