import ArgumentParser
import Diagnostics
import Documents
import Workspaces

/// `waymark workspace add PATH…`
struct WorkspaceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add members (members.csv) and reviews (YAML or CSV, or folders of them): all or nothing.",
    discussion:
      "The same review twice changes nothing; a changed one becomes a new revision, and the earlier one stays."
  )

  @Argument(help: ArgumentHelp("A list of members, reviews, or folders of reviews.", valueName: "path"))
  var paths: [String]

  @OptionGroup var frameworks: FrameworkOptions
  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let workspace = try workspace.open()
    var files = ReviewFiles(frameworks)
    var members: [Member] = []
    var reviews: [IncomingReview] = []
    let paths = try ReviewFiles.expand(paths)
    let progress = Progress("files read:")
    for (done, path) in paths.enumerated() {
      let source = try FileReading.source(path)
      if MembersCSV.isList(source) {
        members += try files.members(source, of: workspace.partnership)
      } else if let read = try files.read(source) {
        reviews.append(IncomingReview(read.review, from: source))
      }
      progress.show(done + 1, of: paths.count)
    }
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    if files.bag.hasErrors {
      throw Failure(
        .badData,
        "Nothing was added: \(files.bag.errorCount) \(files.bag.errorCount == 1 ? "mistake" : "mistakes") in these files.",
        help: "Correct them and add the files again.")
    }
    try Console.print(Self.words(try workspace.add(members: members, reviews: reviews)))
  }

  private static func words(_ additions: Additions) -> String {
    var counts: [(Int, String)] = []
    func count<Item>(_ items: [Item], _ one: String, _ what: String, where matches: (Item) -> Bool) {
      let number = items.count(where: matches)
      counts.append((number, "\(one)\(number == 1 ? "" : "s") \(what)"))
    }
    count(additions.members, "member", "added") { if case .added = $0 { true } else { false } }
    count(additions.members, "member", "returned") { if case .returned = $0 { true } else { false } }
    count(additions.members, "member", "changed") { if case .changed = $0 { true } else { false } }
    count(additions.members, "member", "unchanged") { if case .unchanged = $0 { true } else { false } }
    count(additions.reviews, "review", "added") { if case .added = $0 { true } else { false } }
    count(additions.reviews, "review", "revised") { if case .revised = $0 { true } else { false } }
    count(additions.reviews, "review", "unchanged") { if case .unchanged = $0 { true } else { false } }
    let text = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let undo = additions.change.map { " To take it back: waymark workspace undo \($0.number)" } ?? ""
    return "\(text.isEmpty ? "Nothing to add" : text).\(undo)\n"
  }
}
