import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Frameworks
import Reporting
import Rubrics

/// `waymark framework watch PATH -o page.html`
struct FrameworkWatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Keep a page of a framework up to date while you write it.",
    discussion: """
      Checks the file each time that it, or what it extends, is saved, and writes the page again with the mistakes beside \
      the places they are about. Open the page in a browser once: it refreshes itself. Stop with Ctrl-C.
      """)

  @Argument(help: ArgumentHelp("A framework's file, or a folder that holds one.", valueName: "path"))
  var path: String

  @Option(name: [.short, .long], help: ArgumentHelp("The page to write.", valueName: "page"))
  var output: String

  @Flag(help: "Write the page once, as it is now, and stop.")
  var once = false

  @OptionGroup var frameworks: FrameworkOptions

  func run() throws {
    var watch = FrameworkWatch(
      path: try frameworks.library.path(of: FrameworkReference(path)), page: output,
      library: frameworks.library)
    try Console.print(try watch.write())
    if once { return }
    try Console.print("Open \(output) in a browser. It follows every save; Ctrl-C ends it.\n")
    while true {
      Thread.sleep(forTimeInterval: 0.2)
      if watch.hasChanged() { try Console.print(try watch.write()) }
    }
  }
}

/// A page that follows a framework's file.
struct FrameworkWatch {
  let path: String
  let page: String
  let library: FrameworkLibrary
  private var lastGood: Rubric?
  private var files: [String: FileStamp] = [:]
  private var count = 0

  init(path: String, page: String, library: FrameworkLibrary) {
    (self.path, self.page, self.library) = (path, page, library)
  }

  /// Whether a file that the page was made from is another than it was.
  func hasChanged() -> Bool { files.contains { FileStamp($0.key) != $0.value } }

  /// Writes the page as the files stand now; a line to print about it.
  mutating func write() throws -> String {
    files = [path: FileStamp(path)]
    var sources = SourceMap()
    var bag = DiagnosticBag()
    let stamp = "\(page).js"
    var rubric: Rubric?
    var tree: DocumentTree?
    do throws(Failure) {
      let source = try FileReading.source(path)
      let file = sources.add(source)
      var ignored = DiagnosticBag()
      tree = DocumentTree(source, file, into: &ignored)
      let framework = FrameworkReader.read(file, in: &sources, bases: library.beside(path), into: &bag)
      rubric = try framework.map { framework throws(Failure) in try Rubric(framework) }
    } catch {
      // A file that an editor is about to write may be away for a moment.
      bag.report(Diagnostic(TreeCodes.fileTooLarge, error.message, help: error.help, at: nil, path: path))
    }
    for base in sources.files.dropFirst() { files[base.path] = FileStamp(base.path) }
    var remarks = FrameworkRemarks(
      bag, in: sources, tree: tree, stamp: String(stamp.split(separator: "/").last ?? ""))
    remarks.showsEarlierText = rubric == nil && lastGood != nil
    if let rubric { lastGood = rubric }
    let html =
      try lastGood.map { rubric throws(Failure) in try FrameworkPageHTML.page(rubric, remarks: remarks) }
      ?? FrameworkPageHTML.page(of: remarks, title: path)
    try FileWriting.write(html.utf8, to: page, isSynced: false)
    count += 1
    let moment = Int(Date().timeIntervalSince1970 * 1000)
    try FileWriting.write("waymarkStamp(\"\(moment)-\(count)\");\n".utf8, to: stamp, isSynced: false)
    let warnings = bag.items.count { $0.severity == .warning }
    let state =
      bag.errorCount + warnings == 0 ? "no mistakes" : "\(bag.errorCount) errors, \(warnings) warnings"
    return "\(path): \(state); wrote \(page).\n"
  }
}

/// Enough of a file's state to tell whether it was written again.
private struct FileStamp: Equatable {
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int
  private let node: UInt64

  init(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      (size, seconds, nanoseconds, node) = (
        Int64(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, UInt64(status.st_ino)
      )
    } else {
      (size, seconds, nanoseconds, node) = (-1, 0, 0, 0)
    }
  }
}
