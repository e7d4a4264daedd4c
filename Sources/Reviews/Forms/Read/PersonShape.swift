import Diagnostics
import Documents

extension Person {
  /// A name alone, or a mapping with school and facts.
  static let shape: Shape<Person> = .scalar(
    Shape<String>.text.map({ Person(named: $0) }, back: \.name), orMapping: details,
    isScalar: { $0 == Person(named: $0.name) })

  private static let details = Shape<Person>.record(
    "person", "Somebody, by name. It never leaves the partnership.", blank: Person(),
    fields: [
      .required("name", \.name, .text, "Who."),
      .optional("school", \.school, .subject, "From which school."),
      .facts("facts", \.facts),
    ])

  /// One person, or a list of them.
  static let people = Shape<[Person]>(
    .either([shape.spec, .list(shape.spec, minimum: 0)]),
    read: { node, reader in
      let read =
        reader.tree.kind(node) == .sequence
        ? list.read(node, &reader) : shape.read(node, &reader).map { [$0] }
      return read?.filter { !$0.name.isEmpty }
    },
    write: { $0.count == 1 ? shape.write($0[0]) : list.write($0) })

  private static let list = Shape<[Person]>.list(of: shape)

  public init(named name: String) {
    self.init()
    self.name = name
  }
}
