import Diagnostics
import Documents

/// Text to checked policy.
public enum PolicyReader {
  /// Reads and checks. `nil` where there is an error; `bag` holds all of them.
  public static func read(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> Policy? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let policy = Document.read(source, file, kind: .policy, as: Policy.shape, into: &own) else {
      return nil
    }
    for unit in Sheet.Unit.allCases {
      let classes = policy.classes(of: unit)
      SizeChecks.run(classes, into: &own)
      for size in classes { ParameterChecks.run(size, unit, policy.caps, into: &own) }
    }
    PoolChecks.run(policy, into: &own)
    return own.hasErrors ? nil : policy
  }
}

/// Every size falls into exactly one class.
private enum SizeChecks {
  static func run(_ classes: [SizeClass], into bag: inout DiagnosticBag) {
    var next: Int? = 1
    for size in classes {
      if size.from != next {
        let wanted = next.map { "should start at \($0)" } ?? "comes after one that has no end"
        bag.report(PolicyCodes.sizeGap, "The class from \(size.from) on \(wanted).", at: size.range)
      } else if let to = size.to, to < size.from {
        bag.report(
          PolicyCodes.sizeGap, "The class from \(size.from) on ends before it starts.", at: size.range)
      }
      next = size.to.map { max($0, size.from) + 1 }
    }
    if let next, let last = classes.last {
      bag.report(PolicyCodes.sizeGap, "No class says what happens from \(next) on.", at: last.range)
    }
  }
}

/// A class has its technique's parameters and no others, and they can be.
private enum ParameterChecks {
  static func run(_ size: SizeClass, _ unit: Sheet.Unit, _ caps: Caps, into bag: inout DiagnosticBag) {
    let (name, own) = (size.technique.rawValue, size.technique.method.parameters)
    // What could not be read has been told, and is not missing besides.
    let isRead = !bag.items.contains { $0.range.map(size.range.holds) ?? false }
    for parameter in own where isRead && !size.has(parameter.key) {
      bag.report(
        PolicyCodes.parameterMissing, "“\(name)” needs “\(parameter.key)”.",
        help: "Write for example \(parameter.key): \(parameter.example)", at: size.range)
    }
    let others = Technique.allCases.flatMap { $0.method.parameters }.map(\.key)
    for key in others where size.has(key) && !own.contains(where: { $0.key == key }) {
      let owner = Technique.allCases.first { $0.method.parameters.contains { $0.key == key } }
      bag.report(
        PolicyCodes.parameterUnwanted, "“\(name)” has no “\(key)”.",
        help: "Remove it" + (owner.map { ", or choose technique: \($0.rawValue)" } ?? "") + ".",
        at: size.range)
    }
    if unit == .section, !size.technique.method.fitsSections {
      bag.report(
        PolicyCodes.notForSections, "“\(name)” cannot publish sections, which have no counts by point.",
        at: size.range)
    }
    for problem in size.method?.problems(in: size) ?? [] {
      bag.report(PolicyCodes.parameterImpossible, problem, at: size.range)
    }
    if let epsilon = size.epsilon, epsilon > caps.epsilon {
      bag.report(
        PolicyCodes.capTooSmall,
        "One release of this class tells \(epsilon), but all of \(caps.years) years may tell \(caps.epsilon).",
        at: size.range)
    }
  }
}

extension SourceRange {
  fileprivate func holds(_ other: SourceRange) -> Bool {
    other.file == file && start <= other.start && other.end <= end && other != self
  }
}

/// What a pool asks for can be met, and in order.
private enum PoolChecks {
  static func run(_ policy: Policy, into bag: inout DiagnosticBag) {
    let pool = policy.pool
    var faults: [String] = []
    if pool.share > .one { faults.append("A partnership cannot bring more than all (\(pool.share)).") }
    if pool.means < pool.subjects {
      faults.append(
        "Means from \(pool.means) subjects on are never reached below the \(pool.subjects) that are asked for."
      )
    }
    if pool.distributions < pool.means {
      faults.append(
        "Distributions from \(pool.distributions) subjects on would come before means (\(pool.means)).")
    }
    for fault in faults { bag.report(PolicyCodes.poolTerms, fault, at: policy.id.range) }
  }
}
