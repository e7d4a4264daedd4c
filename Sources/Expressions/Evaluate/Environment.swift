/// What an expression can name: the variables that its host declares, in slots, and the standard functions.
public struct Environment: Sendable {
  /// A variable that the host gives a value for each evaluation.
  public struct Variable: Sendable, Hashable {
    /// A simple or dotted name, without a full stop at the start.
    public let name: String
    public let type: ValueType
    /// What it holds, in a few words, for the reference.
    public let summary: String

    public init(_ name: String, _ type: ValueType, summary: String = "") {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// What a name turned out to be.
  public enum Meaning: Sendable, Hashable {
    /// A variable: its slot, which is its place in ``variables``.
    case variable(slot: Int)
    /// A type as a value.
    case type(TypeName, ValueType)
  }

  /// A dotted name's meaning and how many of its parts it took; the others are fields of it.
  public struct Resolution: Sendable, Hashable {
    public let meaning: Meaning
    public let partsTaken: Int
  }

  /// The variables; a variable's slot is its place.
  public let variables: [Variable]
  /// The namespace in which names are looked up first, such as `com.example`; empty for none.
  public let container: String
  private let slots: [String: Int]
  /// Of how many parts the longest name is; a name with fields after it need not be tried in full.
  private let mostParts: Int

  public init(_ variables: [Variable], container: String = "") {
    self.variables = variables
    self.container = container
    slots = Dictionary(variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = variables.map(\.name) + Self.types.keys
    mostParts = names.map { $0.split(separator: ".").count }.max() ?? 1
  }

  /// The slot of a variable by its full name.
  public func slot(of name: String) -> Int? { slots[name] }

  /// The meaning of a dotted name whose first part is no variable of a comprehension (or that is absolute).
  ///
  /// As the specification's "Name Resolution" says: the longest part of the name that means something, each tried
  /// in the container, in the container's own containers and at last at the root.
  public func resolve(_ name: DottedName) -> Resolution? {
    let containers = name.isAbsolute ? [""] : prefixes
    for taken in stride(from: min(name.parts.count, mostParts), through: 1, by: -1) {
      let text = name.parts.prefix(taken).joined(separator: ".")
      for prefix in containers {
        if let slot = slots[prefix + text] {
          return Resolution(meaning: .variable(slot: slot), partsTaken: taken)
        }
      }
      if let denoted = Self.types[text] {
        return Resolution(meaning: .type(denoted.name, denoted.type), partsTaken: taken)
      }
    }
    return nil
  }

  /// `A.B.`, `A.` and the empty prefix for the container `A.B`.
  private var prefixes: [String] {
    var parts = container.split(separator: ".")
    var prefixes: [String] = []
    while !parts.isEmpty {
      prefixes.append(parts.joined(separator: ".") + ".")
      parts.removeLast()
    }
    return prefixes + [""]
  }

  private static let types = Dictionary(
    uniqueKeysWithValues: TypeName.denotations.map { ($0.name.name, $0) })
}
