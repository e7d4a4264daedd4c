import ArgumentParser
import Documents
import Workspaces

/// `waymark watch close SUBJECT`
struct WatchCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Record that a side says that it is enough; the member leaves once all sides do.",
    discussion: """
      Where the framework asks for something besides, the member's latest agreed review must show it. \
      Otherwise the last side's word is refused and nothing is recorded.
      """)

  @Argument(help: ArgumentHelp("The member's id.", valueName: "subject"))
  var subject: String

  @Option(help: ArgumentHelp("Which side says so.", valueName: "side"))
  var side: String

  @Option(help: ArgumentHelp("Who speaks for that side.", valueName: "name"))
  var by: String

  @Flag(help: "Take the side's word back.")
  var withdraw = false

  @Option(help: ArgumentHelp("When (YYYY-MM-DD); without it, today.", valueName: "day"))
  var date: Day?

  @OptionGroup var list: WatchListOptions
  @OptionGroup var workspace: WatchWorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    let declared = try list.declared(in: workspace)
    let (day, today) = (date ?? Clock.today, Clock.today)
    if withdraw {
      let change = try workspace.withdrawFromClosing(
        subject, on: declared, side: side, by: by, on: day, today: today)
      return try Console.print(change.lines(orElse: "Nothing changed."))
    }
    let closing = try workspace.agreeToClose(
      subject, on: declared, side: side, by: by, on: day, today: today)
    try Console.print(closing.change.lines(orElse: "Nothing changed: that was recorded before."))
    if !closing.isClosed {
      let sides = closing.stillToAgree.map(\.title).joined(separator: ", ")
      try Console.print("It stays on the list until all sides agree. Still to say so: \(sides).\n")
    }
  }
}
