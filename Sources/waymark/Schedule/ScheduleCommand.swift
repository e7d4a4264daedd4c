import ArgumentParser

/// `waymark schedule …`
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Plan a partnership's reviews of a school year.",
    subcommands: [
      ScheduleMakeCommand.self, ScheduleCheckCommand.self, ScheduleShowCommand.self,
      ScheduleSampleCommand.self, ScheduleSchemaCommand.self,
    ])
}
