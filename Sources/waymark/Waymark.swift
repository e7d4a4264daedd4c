import ArgumentParser
import Diagnostics
import Documents

/// The command line: reads what was asked, calls the modules, prints what they answer.
@main
struct Waymark: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "waymark",
    abstract:
      "Write peer-review frameworks as data, review against them, and compare without giving any school away.",
    discussion: """
      Exit codes: 0 done, 1 mistakes found, 64 called wrongly, 65 bad data, 66 no input, 69 unavailable, \
      73 cannot write, 77 refused by a rule.
      """,
    version: version,
    subcommands: [
      FrameworkCommand.self, CrosswalkCommand.self, ReviewCommand.self, FormCommand.self,
      SurveyCommand.self, ScheduleCommand.self, WorkspaceCommand.self, WatchCommand.self, ProfileCommand.self,
      PolicyCommand.self, PluginCommand.self, ExpressionCommand.self, KeyCommand.self, RegistryCommand.self,
      CompareCommand.self,
      SampleCommand.self, LanguageServerCommand.self, ReferenceCommand.self, ManualCommand.self,
    ])

  static func main() {
    PartialFiles.cleanUpWhenStopped()
    do {
      var command = try parseAsRoot()
      defer { Plugins.closeAll() }
      try command.run()
    } catch let failure as Failure {
      Console.report(failure)
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
