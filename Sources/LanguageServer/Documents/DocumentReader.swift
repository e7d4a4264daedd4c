import Diagnostics
import Documents
import Frameworks
import Reviews

/// Reads texts for the features. Frameworks that others name are kept until their text changes.
struct DocumentReader {
  var frameworks = KnownFrameworks() {
    didSet { looked = [:] }
  }
  private var kept: [String: FrameworkNames] = [:]
  /// What was looked up since the texts changed.
  private var looked: [String: FrameworkNames?] = [:]

  /// - Parameters:
  ///   - suspect: the line that is most likely unfinished.
  ///   - last: an earlier reading of the same text, for its names where this one has none.
  mutating func read(_ lines: TextLines, suspect: Int? = nil, last: Reading? = nil) -> Reading {
    let format = DocumentFormat(lines.source)
    var sources = SourceMap()
    let file = sources.add(lines.source)
    let recovered = format == .other ? nil : RecoveredTree(lines, file, suspect: suspect)
    guard let tree = recovered?.tree, tree.nodeCount > 0 else {
      return Reading(
        lines: lines, format: format, spec: last?.format == format ? last?.spec : spec(format, nil),
        tree: nil,
        own: NameTable(), framework: last?.framework ?? .none, others: last?.others ?? [:])
    }
    switch format {
    case .framework: return framework(lines, tree, sources, last)
    case .expectation:
      let names = lines.source.path.parentFolder.parentFolder.parentFolder + "/framework.yaml"
      return Reading(
        lines: lines, format: format, spec: nil, tree: tree,
        own: ExpectationNames.table(of: tree, sources: sources),
        framework: frameworks.source(at: names).map { self.names($0) } ?? .none, others: [:])
    case .crosswalk:
      let own = NameWalk.table(of: tree, Crosswalk.shape.spec, declares: true, sources: sources)
      return Reading(
        lines: lines, format: format, spec: Crosswalk.shape.spec, tree: tree, own: own,
        framework: FrameworkNames(source: lines.source, table: own), others: others(of: own))
    default:
      let pin = tree.value(of: "framework", in: tree.root)
      let id = pin.flatMap { tree.scalar("id", in: $0) },
        version = pin.flatMap { tree.scalar("version", in: $0) }
      let framework =
        id.flatMap { id in version.flatMap { self.framework(id, $0) } } ?? last?.framework ?? .none
      let spec = spec(
        format, format == .form ? (tree.scalar("form", in: tree.root), framework.content) : nil)
      let own = spec.map { NameWalk.table(of: tree, $0, declares: false, sources: sources) } ?? NameTable()
      return Reading(
        lines: lines, format: format, spec: spec, tree: tree, own: own, framework: framework,
        others: others(of: own))
    }
  }

  /// The frameworks that a text speaks of beside its own.
  private mutating func others(of own: NameTable) -> [FrameworkName: FrameworkNames] {
    var others: [FrameworkName: FrameworkNames] = [:]
    for case .framework(let name) in own.references.map(\.target) where others[name] == nil {
      others[name] = framework(name.id, name.version)
    }
    return others
  }

  /// One version of a framework, as other documents see it.
  mutating func framework(_ id: String, _ version: String) -> FrameworkNames? {
    let reference = "\(id)@\(version)"
    if let found = looked[reference] { return found }
    let found = frameworks.find(id, version).map { names($0) }
    looked[reference] = found
    return found
  }

  private mutating func framework(
    _ lines: TextLines, _ tree: DocumentTree, _ sources: SourceMap, _ last: Reading?
  ) -> Reading {
    let spec = FrameworkReading.spec
    let isVariant = FrameworkReading.isVariant(tree)
    let own = NameWalk.table(of: tree, spec, declares: !isVariant, sources: sources)
    let others = others(of: own)
    let base = own.references.lazy.compactMap {
      if case .framework(let name) = $0.target { others[name] } else { nil }
    }
    let names =
      isVariant
      ? FrameworkReading.resolved(lines.source, frameworks) ?? last?.framework ?? base.first ?? .none
      : FrameworkNames(
        source: lines.source, table: own)
    return Reading(
      lines: lines, format: .framework, spec: spec, tree: tree, own: own, framework: names, others: others)
  }

  /// The names of a framework from its text, read once as long as the text is the same.
  private mutating func names(_ source: SourceFile) -> FrameworkNames {
    if let known = kept[source.path], known.source.bytes == source.bytes, !known.isVariant { return known }
    let names = FrameworkReading.names(of: source, frameworks)
    kept[source.path] = names
    return names
  }

  private func spec(_ format: DocumentFormat, _ form: (String?, Framework?)?) -> ShapeSpec? {
    switch format {
    case .framework: FrameworkReading.spec
    case .review: Review.shape.spec
    case .schedule: Schedule.shape.spec
    case .crosswalk: Crosswalk.shape.spec
    case .texts: TextsFile.shape.spec
    case .form: Self.spec(ofForm: form?.0, in: form?.1)
    case .expectation, .other: nil
    }
  }

  /// Of a form that nobody knows, what all forms have.
  private static func spec(ofForm id: String?, in framework: Framework?) -> ShapeSpec {
    let framework = framework ?? Framework()
    let form = framework.forms.first { $0.id.value == id } ?? Form()
    return FilledForm.shape(of: form, in: ResolvedFramework(framework)).spec
  }
}

extension String {
  /// A path without its last part.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
