import ArgumentParser
import Diagnostics
import Documents
import Frameworks

/// `waymark framework release PATH`
struct FrameworkReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Release a draft under its version: from then on its content stays.",
    discussion: """
      The draft must check without errors, its version must be far enough above the newest one that was released before \
      it, and its base must be released. Then `status: released` is written into the file, and nothing else in it changes; \
      release.yaml beside it keeps the digest, so that `waymark framework check` sees it if the content changes later. \
      Exit code 77 where a rule forbids the release.
      """)

  @Argument(
    help: ArgumentHelp(
      "A draft: id@version, id or a path. With --record, files or folders of frameworks.",
      valueName: "framework"))
  var paths: [String]

  @Flag(name: .customLong("dry-run"), help: "Say what would be written, and write nothing.")
  var isDryRun = false

  @Flag(help: "Fill in the digest of a variant's base where it is missing.")
  var pin = false

  @Flag(help: "Keep the content of frameworks that were released before there were records.")
  var record = false

  @Flag(help: "With --record: also where another content is recorded. Only for content that nobody used yet.")
  var replace = false

  @OptionGroup var frameworks: FrameworkOptions

  func validate() throws {
    if paths.count > 1, !record { throw ValidationError("Release one framework at a time.") }
    if replace, !record { throw ValidationError("--replace goes with --record.") }
    if pin, record {
      throw ValidationError("--pin does not go with --record: a released file stays as it is.")
    }
  }

  func run() throws {
    if record { return try recordAll() }
    let loaded = try LoadedFramework(paths[0], in: frameworks.library)
    guard let source = loaded.sources.files.first else { return }
    let planner = ReleasePlanner(library: frameworks.library, today: Clock.today, pins: pin)
    let plan = try planner.plan(loaded.framework, source)
    if !isDryRun { try plan.write() }
    try Console.print(plan.words(isDone: !isDryRun))
  }

  private func recordAll() throws {
    let recorder = ReleaseRecorder(
      ReleasePlanner(library: frameworks.library, today: Clock.today), replaces: replace)
    var counts: [ReleaseRecorder.Outcome: Int] = [:]
    var refused: [String] = []
    for path in try paths.flatMap({ try FrameworkLibrary.files(at: $0) }) {
      let loaded = try LoadedFramework(path, in: frameworks.library)
      let outcome = try recorder.record(loaded.framework, at: path, writes: !isDryRun)
      counts[outcome, default: 0] += 1
      if outcome == .refused { refused.append(path) }
    }
    let said = ReleaseRecorder.Outcome.allCases.compactMap { outcome in
      counts[outcome].map { "\($0) \(outcome.words)" }
    }
    try Console.print(said.joined(separator: ", ") + ".\n")
    guard refused.isEmpty else {
      throw Failure(
        .refused, "Another content is recorded for: \(refused.joined(separator: ", ")).",
        help: "Take the change back or make a new version; --replace records what is there now.")
    }
  }
}
