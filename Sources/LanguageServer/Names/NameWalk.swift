import Diagnostics
import Documents

/// Goes through a document by its shape and collects what it declares and what it names.
struct NameWalk {
  let tree: DocumentTree
  private let places: NamePlaces
  private var table: NameTable
  /// Whether records with an id declare something.
  private let declares: Bool
  /// The id of the framework's form for plans.
  private let plan: String?
  private var fields: [String: [String: KnownField]] = [:]
  /// The two ends of a crosswalk, by their keys.
  private var ends: [String: FrameworkName] = [:]

  /// A key of a record, and what is worth knowing before its value is looked at.
  private struct KnownField {
    let shape: ShapeSpec
    /// Whether its value is single and names nothing: most are.
    let isPlain: Bool
    /// Whether something may be declared below it.
    let isHolder: Bool
  }

  /// Where in the document the walk is.
  struct Context {
    var address = ""
    /// The record and its key under which a value stands.
    var record = ""
    var key = ""
    var parent: Int?
    var level = -1
    var criterion: String?
    /// The scale that the criterion names itself.
    var scale: String?
    /// In a filled form: the address of what holds the fields that are answered.
    var form: String?
    /// What a rule is for.
    var ruleFor: String?
    /// In a change: the address that it is made to, and the list that its neighbours stand in.
    var target: String?
    var isInChange = false
    /// The framework that is spoken of, where it is another than the document's own.
    var of: FrameworkName?
  }

  /// - Parameter declares: whether it is a framework that stands alone, so that its records with ids are declared.
  static func table(
    of tree: DocumentTree, _ spec: ShapeSpec, declares: Bool, sources: SourceMap
  ) -> NameTable {
    var walk = NameWalk(tree, declares: declares, sources: sources)
    walk.walk(tree.root, spec, Context())
    return walk.table
  }

  private init(_ tree: DocumentTree, declares: Bool, sources: SourceMap) {
    self.tree = tree
    self.declares = declares
    places = NamePlaces(tree: tree, sources: sources)
    table = NameTable(sources: sources, tree: declares ? tree : nil)
    plan = Self.plan(tree)
    guard tree.nodeCount > 0, tree.value(of: "links", in: tree.root) != nil else { return }
    for end in ["from", "to"] { ends[end] = name(in: tree.root, end) }
  }

  /// The framework that the mapping under a key names; an earlier version may leave out the id, which is its own.
  private func name(in node: DocumentTree.NodeID, _ key: String) -> FrameworkName? {
    guard let named = tree.value(of: key, in: node), let version = tree.scalar("version", in: named),
      let id = tree.scalar("id", in: named) ?? tree.scalar("id", in: tree.root)
    else { return nil }
    return FrameworkName(id: id, version: version)
  }

  private static func plan(_ tree: DocumentTree) -> String? {
    guard tree.nodeCount > 0, let forms = tree.value(of: "forms", in: tree.root) else { return nil }
    return tree.children(forms).first { tree.scalar("purpose", in: $0) == "plan" }
      .flatMap { tree.scalar("id", in: $0) }
  }

  mutating func walk(_ node: DocumentTree.NodeID, _ spec: ShapeSpec, _ context: Context) {
    switch spec.option(for: node, in: tree) {
    case .record(let record): self.record(node, record, context)
    case .map(_, let value): map(node, value, context)
    case .list(let element, _):
      for child in tree.children(node) { walk(child, element, context) }
    case .scalar(let shape): scalar(node, shape, context)
    default: content(node, context)
    }
  }

  // MARK: Records

  private mutating func record(_ node: DocumentTree.NodeID, _ record: RecordSpec, _ context: Context) {
    var inner = context
    inner.record = record.name
    inner.ruleFor = record.name == "rule" ? tree.scalar("for", in: node) ?? "review" : context.ruleFor
    if record.name.hasPrefix("change: ") { enterChange(node, record, &inner) }
    if record.name == "variant" { inner.of = name(in: node, "extends") }
    if record.name == "migration" || record.name == "carried answers" { inner.of = name(in: node, "from") }
    if record.name.hasPrefix("filled "), let form = tree.scalar("form", in: tree.root) {
      inner.form = "forms/\(form)"
    }
    if record.name == "criterion" || record.name == "part" {
      inner.level += 1
      inner.scale = tree.scalar("scale", in: node)
    }
    if declares, !context.isInChange, !Self.documents.contains(record.name), record.field("id") != nil,
      NameRules.value(record.name, "id") == nil,
      let id = tree.value(of: "id", in: node), tree.kind(id) == .scalar
    {
      declare(node, id: id, kind: record.name, context, &inner)
    }
    if NameRules.value(record.name, "id") == .framework { nameFramework(node) }
    let known = known(record)
    var children = tree.children(node)
    while let key = children.next(), let value = children.next() {
      let name = tree.string(key)
      guard let field = known[name], !field.isPlain || inner.form != nil else { continue }
      var within = inner
      within.key = name
      if field.isHolder { within.address = inner.address.isEmpty ? name : "\(inner.address)/\(name)" }
      if let form = inner.form, record.name.isOfAnswers {
        within.form = "\(form)/fields/\(name)"
        add(.address(within.form ?? form), key)
      }
      if record.name == "carried answer", name == "to" || name == "suggests" {
        // What an earlier answer bears on now.
        (within.of, within.criterion) = (nil, nil)
      }
      if !ends.isEmpty, let end = ends[name], Self.crossing.contains(record.name) { within.of = end }
      walk(value, field.shape, within)
    }
  }

  /// Whole documents, which are known by other means than their place in themselves.
  private static let documents: Set<String> = ["framework", "variant", "crosswalk"]
  /// Records whose `from` and `to` speak of the two ends of a crosswalk.
  private static let crossing: Set<String> = ["link", "crossed scale", "unrelated criteria"]

  private mutating func declare(
    _ node: DocumentTree.NodeID, id: DocumentTree.NodeID, kind: String, _ context: Context,
    _ inner: inout Context
  ) {
    let text = tree.string(id)
    var holder = context.address
    if kind == "criterion", holder.hasSuffix("criteria") {
      holder = String(holder.dropLast("/criteria".count))
    }
    inner.address = holder.isEmpty ? text : "\(holder)/\(text)"
    if kind == "criterion" { inner.criterion = inner.address }
    inner.parent = table.declare(
      Declaration(
        address: inner.address, kind: kind, id: text, place: places.range(id), node: node,
        whole: tree.range(node), parent: context.parent, level: inner.level, scale: inner.scale))
  }

  /// Another framework, by its id and its version.
  private mutating func nameFramework(_ node: DocumentTree.NodeID) {
    guard let version = tree.value(of: "version", in: node), tree.kind(version) == .scalar else { return }
    let id = tree.value(of: "id", in: node)
    let name = FrameworkName(
      id: id.map { tree.string($0) } ?? tree.scalar("id", in: tree.root) ?? "", version: tree.string(version))
    if let id { add(.framework(name), id) }
    add(.framework(name), version)
  }

  /// The fields of a record by name.
  private mutating func known(_ record: RecordSpec) -> [String: KnownField] {
    if let known = fields[record.name] { return known }
    var known: [String: KnownField] = [:]
    for field in record.fields {
      let isSingle = field.shape.options.allSatisfy(\.isScalar)
      // What a change brings is described as a single value of any form.
      let isContent = field.shape.options.contains { option in
        if case .scalar(let scalar) = option { scalar.schema.isEmpty } else { false }
      }
      known[field.name] = KnownField(
        shape: field.shape,
        isPlain: isSingle && !isContent && NameRules.value(record.name, field.name) == nil,
        isHolder: !isSingle)
    }
    fields[record.name] = known
    return known
  }

  // MARK: Maps

  private mutating func map(_ node: DocumentTree.NodeID, _ value: ShapeSpec, _ context: Context) {
    let rule = NameRules.mapKey(context.record, context.key)
    var children = tree.children(node)
    while let key = children.next(), let child = children.next() {
      let text = tree.string(key)
      var inner = context
      inner.address += "/\(text)"
      if let rule {
        name(key, rule, context)
        if rule == .path { inner.criterion = text }
      } else if context.key == "scales", declares {
        inner.parent = table.declare(
          Declaration(
            address: inner.address, kind: "scale", id: text, place: places.range(key), node: child,
            whole: tree.range(key).through(tree.range(child)), parent: context.parent, level: -1, scale: nil))
      }
      walk(child, value, inner)
    }
  }

  // MARK: Single values

  private mutating func scalar(_ node: DocumentTree.NodeID, _ shape: ScalarSpec, _ context: Context) {
    if let rule = NameRules.value(context.record, context.key) {
      name(node, rule, context)
    } else if let form = context.form {
      // An answer may pick criteria, or one of its field's choices.
      if shape.name == "path" {
        path(node, context)
      } else {
        add(.address("\(form)/choices/\(tree.string(node))"), node)
      }
    } else if context.isInChange, tree.kind(node) != .scalar {
      content(node, context)
    }
  }

  private mutating func name(_ node: DocumentTree.NodeID, _ rule: NameRule, _ context: Context) {
    guard tree.kind(node) == .scalar else { return content(node, context) }
    let text = tree.string(node)
    guard !text.isEmpty else { return }
    switch rule {
    case .named(let kind): add(.named(kind: kind, id: text), node, context)
    case .path, .address: path(node, context)
    case .point: add(.point(id: text, criterion: context.criterion, scale: context.scale), node, context)
    case .statement:
      add(.named(kind: "statement", id: text, under: context.criterion), node, context)
    case .neighbour: add(.below(context.target ?? "criteria", id: text), node, context)
    case .taken: add(.below(context.target ?? "", id: text), node, context)
    case .expression(let scope): expression(node, scope, context)
    case .framework, .frameworkVersion, .frameworkDigest, .strand, .sourcePlace, .words: break
    }
  }

  /// Every id of a path names something of its own.
  private mutating func path(_ node: DocumentTree.NodeID, _ context: Context) {
    var address = ""
    var start = 0
    for id in tree.string(node).split(separator: "/", omittingEmptySubsequences: false) {
      address += address.isEmpty ? String(id) : "/\(id)"
      let part = start..<start + id.utf8.count
      add(.address(address), at: places.range(node, part), context)
      start = part.upperBound + 1
    }
  }

  private mutating func expression(_ node: DocumentTree.NodeID, _ scope: ExpressionScope, _ context: Context)
  {
    let form = scope == .rule ? context.ruleFor : nil
    let names = ExpressionNames(tree.string(node), form: form, plan: plan).names
    for (name, place) in zip(names, places.ranges(node, names.map(\.range))) {
      table.references.append(
        Reference(
          target: name.target, place: place, isUnderscored: name.isUnderscored, of: context.of))
    }
  }

  private mutating func add(_ target: NameTarget, _ node: DocumentTree.NodeID, _ context: Context = Context())
  {
    add(target, at: places.range(node), context)
  }

  private mutating func add(_ target: NameTarget, at place: SourceRange, _ context: Context) {
    table.references.append(Reference(target: target, place: place, of: context.of))
  }
}

extension SourceRange {
  /// From the start of this to the end of another of the same file.
  func through(_ other: SourceRange) -> SourceRange {
    other.file == file ? SourceRange(file: file, start: start, end: max(end, other.end)) : self
  }
}
