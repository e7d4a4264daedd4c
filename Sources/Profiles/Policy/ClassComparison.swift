/// Two policies' size classes, size by size.
struct ClassComparison {
  private let own: Gate
  private let least: Gate
  private let unit: Sheet.Unit

  init(of policy: Policy, against least: Policy, _ unit: Sheet.Unit) {
    (own, self.least, self.unit) = (Gate(policy, unit), Gate(least, unit), unit)
  }

  /// A stretch of sizes at a time, in which neither policy changes.
  var weaknesses: [PolicyWeakness] {
    var found: [PolicyWeakness] = []
    var last: [PolicyExcess] = []
    let starts = Set((own.classes + least.classes).flatMap { [$0.from, ($0.to ?? 0) + 1] }).filter { $0 > 0 }
    for n in starts.sorted() {
      let excesses = excesses(for: n)
      for excess in excesses where !last.contains(excess) {
        found.append(
          PolicyWeakness(
            rule: excess.rule,
            words: "\(unit == .section ? "Sections" : "Criteria") from \(n) subjects on: \(excess.words).",
            help: Self.help(excess.rule)))
      }
      last = excesses
    }
    return found
  }

  /// In what the one publishes more of `n` subjects than the other.
  func excesses(for n: Int) -> [PolicyExcess] {
    Self.excesses(of: own.method(for: n), over: least.method(for: n), fewest: least.fewest)
  }

  static func excesses<Method: DisclosureMethod>(
    of own: Method, over least: any DisclosureMethod, fewest: Int?
  ) -> [PolicyExcess] {
    if let same = least as? Method { return own.excesses(over: same) }
    if Method.technique == .nothing { return [] }
    if type(of: least).technique == .nothing {
      return [PolicyExcess(rule: .gate, words: "figures are published, but \(asked(fewest))")]
    }
    return own.excessesOverOther() ?? [
      PolicyExcess(
        rule: .technique,
        words: "“\(Method.technique.rawValue)”, but “\(type(of: least).technique.rawValue)” is asked for")
    ]
  }

  static func asked(_ fewest: Int?) -> String {
    fewest.map { "at least \($0) are needed" } ?? "the least policy publishes none, however many they are"
  }

  static func help(_ rule: PolicyWeakness.Rule) -> String {
    switch rule {
    case .gate: "Write technique: nothing for these sizes."
    case .epsilon: "Write a smaller epsilon."
    default: "Choose the technique that is asked for, with parameters at least as strict."
    }
  }
}

extension Policy {
  /// In which rules a published figure is weaker than this policy's class for its number of subjects.
  public func weaknesses(of figure: SheetFigure, as unit: Sheet.Unit) -> [PolicyWeakness] {
    let gate = Gate(self, unit)
    return ClassComparison.excesses(
      of: figure.content.method, over: gate.method(for: figure.n), fewest: gate.fewest
    ).map {
      excess in
      let words =
        excess.rule == .gate
        ? "“\(figure.id)” rests on \(figure.n) judged; \(ClassComparison.asked(gate.fewest))."
        : "“\(figure.id)” is published with \(excess.words) for \(figure.n) judged."
      return PolicyWeakness(rule: excess.rule, words: words, help: ClassComparison.help(excess.rule))
    }
  }

  /// Whether the figure is what this policy makes of its number of subjects.
  public func makes(_ figure: SheetFigure, as unit: Sheet.Unit) -> Bool {
    figure.content.follows(Gate(self, unit).method(for: figure.n))
  }
}
