import Documents

extension RuleBook {
  /// The signals that a trigger's condition names, in the framework's order.
  public func signals(behind trigger: Trigger) -> [Signal] {
    guard let compiled = triggers.first(where: { $0.trigger.id == trigger.id }) else { return [] }
    let names = SignalOrder.fields(of: "signals", in: compiled.program.expression)
    return framework.framework.signals.filter { names.contains(RuleNames.name($0.id.value)) }
  }
}
