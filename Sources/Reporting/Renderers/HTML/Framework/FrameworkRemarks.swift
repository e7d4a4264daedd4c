import Diagnostics
import Documents
import Frameworks

/// What is to be said of a framework's text while its author writes it, each remark beside the criterion that it is
/// about.
public struct FrameworkRemarks: Sendable {
  /// On the criterion at a path.
  private(set) var byPath: [String: [Remark]] = [:]
  /// On everything else, or where the page shows an earlier text.
  private(set) var general: [Remark] = []
  let errors: Int
  let warnings: Int
  /// Whether the page shows the text as it was before these mistakes.
  public var showsEarlierText = false
  /// The name of a script beside the page that says when the page changed.
  public var stamp: String

  struct Remark: Sendable {
    let isError: Bool
    let place: PageText
    let message: PageText
    let help: PageText?
    /// The line as it was written.
    let line: PageText?
  }

  /// - Parameters:
  ///   - tree: the author's text, as far as it could be read; without it, nothing has a place among the criteria.
  ///   - stamp: the name of the script that says when the page changed.
  public init(_ bag: DiagnosticBag, in sources: SourceMap, tree: DocumentTree?, stamp: String) {
    self.stamp = stamp
    errors = bag.errorCount
    warnings = bag.items.count { $0.severity == .warning }
    let paths = tree.map(CriterionPlaces.init)
    var placer = Placer(sources)
    for diagnostic in bag.sorted() {
      let placed = placer.place(diagnostic)
      let line = diagnostic.range.flatMap { range in
        sources[range.file].map { $0.line(placed.line, lineStarts: $0.lineStarts()) }
      }
      let remark = Remark(
        isError: diagnostic.severity == .error, place: PageText("\(placed.file), line \(placed.line)"),
        message: PageText(diagnostic.message),
        help: diagnostic.help.isEmpty ? nil : PageText(diagnostic.help),
        line: line.map { PageText(String($0.prefix(160))) })
      if let path = diagnostic.range.flatMap({ paths?.path(at: $0) }) {
        byPath[path, default: []].append(remark)
      } else {
        general.append(remark)
      }
    }
  }

  /// The remarks on criteria that the page does not show join the others.
  mutating func gather(outside framework: ResolvedFramework?) {
    for path in byPath.keys.sorted() where framework?.criterion(path) == nil {
      general += byPath.removeValue(forKey: path) ?? []
    }
  }

  var summary: PageText {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    if errors + warnings == 0 { return "No mistakes." }
    let counts = [
      errors > 0 ? count(errors, "mistake") : nil, warnings > 0 ? count(warnings, "warning") : nil,
    ]
    return PageText(counts.compactMap(\.self).joined(separator: " and ") + ".")
  }
}

/// Which criterion a place in a document belongs to.
private struct CriterionPlaces {
  private var criteria: [(range: SourceRange, path: String)] = []

  init(_ tree: DocumentTree) {
    if let list = tree.value(of: "criteria", in: tree.root) { add(list, "", tree) }
  }

  private mutating func add(_ list: DocumentTree.NodeID, _ prefix: String, _ tree: DocumentTree) {
    guard tree.kind(list) == .sequence else { return }
    for node in tree.children(list) {
      guard let id = tree.value(of: "id", in: node) else { continue }
      let path = prefix + tree.string(id)
      criteria.append((tree.range(node), path))
      if let below = tree.value(of: "criteria", in: node) { add(below, path + "/", tree) }
    }
  }

  /// The innermost one.
  func path(at range: SourceRange) -> String? {
    criteria.last {
      $0.range.file == range.file && $0.range.start <= range.start && range.start < $0.range.end
    }?.path
  }
}
