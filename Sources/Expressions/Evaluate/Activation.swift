/// The values of an environment's variables for one evaluation.
public struct Activation: Sendable {
  /// A value for each of the environment's slots.
  public private(set) var slots: [Value]
  /// The earlier review's values.
  private(set) var earlier: Earlier?

  /// No variable has a value yet: reading one is not evaluable.
  public init(_ environment: Environment) {
    slots = environment.variables.map { .unavailable(Unavailability(.notKnown, of: $0.name)) }
  }

  /// The value of a slot.
  public subscript(slot: Int) -> Value {
    get { slots[slot] }
    set { slots[slot] = newValue }
  }

  /// What `previous` is evaluated in: the earlier review, of the same environment.
  public var previous: Activation? {
    get { earlier?.activation }
    set { earlier = newValue.map(Earlier.init) }
  }

  /// A class, since a value cannot hold one of its own kind.
  final class Earlier: Sendable {
    let activation: Activation

    init(_ activation: Activation) { self.activation = activation }
  }
}
