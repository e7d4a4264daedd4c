import Diagnostics
import Documents
import Frameworks
import Reviews

/// What is known of one text: its structure, as far as that can be seen, what it declares and names, and where those
/// names are declared.
struct Reading: Sendable {
  let lines: TextLines
  let format: DocumentFormat
  /// `nil` for texts of no format that is known.
  let spec: ShapeSpec?
  /// With the places of this text, even where some of its lines had to be left out.
  let tree: DocumentTree?
  /// What this text itself declares and names.
  let own: NameTable
  /// The framework that the text is, or is held against, with all that it inherits.
  let framework: FrameworkNames
  /// Other frameworks that it speaks of: what it extends, earlier versions, the ends of a crosswalk.
  let others: [FrameworkName: FrameworkNames]

  /// What a name in this text means, and in whose table it stands.
  func resolve(_ reference: Reference) -> (table: NameTable, declaration: Declaration)? {
    // A change may name what an earlier change of the same text made.
    for table in [reference.of.flatMap { others[$0]?.table }, framework.table].compactMap(\.self) {
      if let declaration = table.resolve(reference.target) { return (table, declaration) }
    }
    return nil
  }

  /// The framework that stands under a key at the top: `extends` of a variant, `from` and `to` of a crosswalk.
  func other(_ key: String) -> FrameworkNames? {
    guard let tree, tree.kind(tree.root) == .mapping, let node = tree.value(of: key, in: tree.root),
      let id = tree.scalar("id", in: node), let version = tree.scalar("version", in: node)
    else { return nil }
    return others[FrameworkName(id: id, version: version)]
  }

  /// The name at a place of the text: what it means and its characters.
  func name(at offset: Int) -> (table: NameTable, declaration: Declaration, place: SourceRange)? {
    let file = FileID(index: 0)
    for declaration in framework.table.declarations
    where isHere(declaration.place, in: framework.table) && declaration.place.holds(offset) {
      return (framework.table, declaration, declaration.place)
    }
    let near = own.references.filter { $0.place.file == file && $0.place.holds(offset) }
    for reference in near {
      if let found = resolve(reference) { return (found.table, found.declaration, reference.place) }
    }
    return nil
  }

  /// Whether a place of a framework is a place of this text.
  func isHere(_ place: SourceRange, in table: NameTable) -> Bool {
    table.sources[place.file]?.path == lines.source.path
  }
}

extension SourceRange {
  /// Whether an offset lies in it or right behind it.
  func holds(_ offset: Int) -> Bool { Int(start) <= offset && offset <= Int(end) }
}
