import Diagnostics
import Documents
import Sealing

extension Descent {
  /// How a version came from an earlier one, as the later one's `migrations` say.
  ///
  /// The verbs mean what they mean in a variant, but nothing is written: both versions are there in full. A
  /// criterion that no change names is the one with the same path; one that is only in the later version is new.
  /// What the changes name and the versions have not, `MigrationCheck` reports.
  public init(migration: Migration, from earlier: ResolvedFramework, to later: ResolvedFramework) {
    self = MigrationWalk(migration, from: earlier, to: later).descent
  }
}

/// Follows the criteria of an earlier version through the changes of a migration.
struct MigrationWalk {
  let earlier: ResolvedFramework
  let later: ResolvedFramework
  private(set) var descent: Descent
  /// What leads nowhere, or into another's place.
  var problems: [Problem] = []
  /// Criteria of the earlier version that are gone without a word, each above all that went with it.
  private(set) var unaccounted: [String] = []

  var nodes: [Node] = [Node(id: "", parent: nil, origin: [], how: .same)]
  /// The nodes of the earlier version's criteria, by path.
  var byEarlierPath: [String: Int] = [:]
  /// Fields that only the later version can have: their criterion, their keys, and the address that names them.
  var laterFields: [(node: Int, keys: [String], address: Located<String>)] = []
  var removed: [Descent.Removal] = []

  /// A criterion on its way; the first of all stands for the framework.
  struct Node {
    var id: String
    var parent: Int?
    var children: [Int] = []
    var origin: [String]
    var how: Descent.How
    var why: [String] = []
    /// The place in the migration that says where it is.
    var claim: SourceRange?
    var isGone = false
  }

  struct Problem {
    enum Kind {
      /// Not in the earlier version, or not there any more.
      case notEarlier
      /// A change leads there, and the later version has nothing of this name.
      case notLater
      case taken
      /// It is there, and no change of this kind can be made to it.
      case wrong
    }
    let kind: Kind
    let address: String
    let range: SourceRange
  }

  init(_ migration: Migration, from earlier: ResolvedFramework, to later: ResolvedFramework) {
    (self.earlier, self.later) = (earlier, later)
    descent = Descent(
      base: FrameworkIdentity(
        id: migration.id?.value ?? later.framework.id.value, version: migration.version.value,
        digest: earlier.digest ?? migration.digest?.value), cause: .migration)
    for criterion in earlier.criteria {
      let parent = criterion.parent.map { $0 + 1 } ?? 0
      nodes[parent].children.append(nodes.count)
      byEarlierPath[criterion.path] = nodes.count
      nodes.append(
        Node(id: criterion.criterion.id.value, parent: parent, origin: [criterion.path], how: .same))
    }
    for change in migration.changes { follow(change) }
    finish()
  }

  /// Where a node is now.
  func path(of node: Int) -> String {
    guard let parent = nodes[node].parent else { return "" }
    return parent == 0 ? nodes[node].id : path(of: parent) + "/" + nodes[node].id
  }

  mutating func note(_ map: Descent.ScaleMap) { descent.scaleMaps.append(map) }

  // MARK: - What came of it

  private mutating func finish() {
    var reached: Set<String> = []
    var found: Set<String> = []
    for child in nodes[0].children { settle(child, "", &found, &reached, isLost: false) }
    for criterion in later.criteria where !found.contains(criterion.path) {
      descent.touched[criterion.path] = Descent.Origin(paths: [], how: .added)
    }
    for field in laterFields where !nodes[field.node].isGone {
      let address = [path(of: field.node)].filter { !$0.isEmpty } + field.keys
      let parts = address.flatMap { $0.split(separator: "/").map(String.init) }
      if let tree = later.tree, tree.node(at: parts) == nil {
        problems.append(Problem(kind: .notEarlier, address: field.address.value, range: field.address.range))
      }
    }
    var told: Set<String> = []
    descent.removed = removed.filter { !reached.contains($0.path) && told.insert($0.path).inserted }
    for criterion in earlier.criteria
    where !reached.contains(criterion.path) && told.insert(criterion.path).inserted {
      descent.removed.append(Descent.Removal(path: criterion.path, why: ""))
      if criterion.parent.map({ !unaccounted.contains(earlier.criteria[$0].path) }) ?? true {
        unaccounted.append(criterion.path)
      }
    }
  }

  /// - Parameter isLost: whether what it stands below is nowhere in the later version.
  private mutating func settle(
    _ index: Int, _ prefix: String, _ found: inout Set<String>, _ reached: inout Set<String>, isLost: Bool
  ) {
    let node = nodes[index]
    let path = prefix + node.id
    let isThere = later.criterion(path) != nil && !found.contains(path)
    if isThere {
      found.insert(path)
      reached.formUnion(node.origin)
      let above = node.parent.flatMap { $0 == 0 ? nil : nodes[$0] }
      let implied = above.map { $0.origin.prefix(1).map { $0 + "/" + node.id } } ?? [node.id]
      if node.how != .same || !node.why.isEmpty || node.origin != Array(implied) {
        descent.touched[path] = Descent.Origin(paths: node.origin, how: node.how, why: node.why)
      }
    } else if let claim = node.claim, !isLost {
      problems.append(Problem(kind: .notLater, address: path, range: claim))
    }
    for child in node.children { settle(child, path + "/", &found, &reached, isLost: isLost || !isThere) }
  }
}
