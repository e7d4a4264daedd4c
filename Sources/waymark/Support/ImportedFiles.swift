import Diagnostics
import Documents
import Extensions
import Hooks
import Reviews

/// Reads files of other kinds as reviews, through plugins, and holds what comes back against its framework.
struct ImportedFiles {
  private let options: [String: String]
  private let framework: HookFramework?
  private let reference: String?
  private var files: ReviewFiles
  private var mistakes: [String] = []
  private var errors = 0
  private var lost: [(loss: [HookLoss], through: PluginStamp?)] = []

  /// - Parameter framework: what the reviews are held against, where the files do not say it.
  init(_ frameworks: FrameworkOptions, options: [String: String], framework: String?) throws {
    self.options = options
    reference = framework
    self.framework = try framework.map { HookFramework(try frameworks.rubric($0)) }
    files = ReviewFiles(frameworks)
  }

  /// The reviews of a file, each as the text of a review file under a name made from the file's.
  mutating func read(
    _ path: String, with provider: HookProvider<ImportRequest, ReviewImportAnswer>
  ) throws -> [(name: String, text: String)] {
    let name = NewDocuments.name(path)
    let bytes = try FileReading.bytes(path, limit: 64 << 20)
    let answer = try provider.run(
      ImportRequest(
        format: provider.key, file: HookFile(name, bytes), framework: framework, options: options))
    lost.append((answer.lost, provider.through))
    mistakes += answer.mistakes.map { "\(path): \($0.line)" }
    errors += answer.mistakes.count { $0.severity == .error }
    if errors > 0 { return [] }
    if answer.reviews.isEmpty { mistakes.append("\(path): warning: It holds no review.") }
    return try answer.reviews.enumerated().compactMap { index, document in
      let stamped = ImportedReview.stamped(document.json, provider.through)
      let number = answer.reviews.count == 1 ? "" : "-\(index + 1)"
      let source = SourceFile(
        path: "\(path), as read by \(provider.through?.reference ?? "Waymark")",
        bytes: Array(YAMLWriter.text(stamped).utf8))
      return try files.read(source, against: reference).map { read in
        ("\(NewDocuments.stem(path))\(number).yaml", ReviewWriter.yaml(read.review))
      }
    }
  }

  /// Tells what is wrong.
  ///
  /// - Throws: `badData` where anything is an error.
  func finish() throws {
    for line in mistakes { Console.note(line) }
    if !files.bag.items.isEmpty { Console.note(TextPrinter.print(files.bag, files.sources)) }
    let all = errors + files.bag.errorCount
    if all > 0 {
      throw Failure(
        .badData, "Nothing was imported: \(all) \(all == 1 ? "mistake" : "mistakes").",
        help: "Correct them in the file, and import it again.")
    }
  }

  /// Says what did not carry over, and what the reviews went through.
  func tell() {
    var told: Set<PluginStamp> = []
    for (loss, through) in lost {
      Console.tell(loss, through.flatMap { told.insert($0).inserted ? $0 : nil })
    }
  }
}
