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
    check(policy.criteria, &own)
    check(policy.sections.classes, &own)
    return own.hasErrors ? nil : policy
  }

  /// Every size falls into exactly one class, and a class has an epsilon where its technique needs one.
  private static func check(_ classes: [SizeClass], _ bag: inout DiagnosticBag) {
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
      switch (size.technique, size.epsilon) {
      case (.nothing, .some):
        bag.report(
          PolicyCodes.epsilonUnwanted, "Nothing is published of this class, so it has no epsilon.",
          at: size.range)
      case (.noisyMean, nil):
        bag.report(PolicyCodes.epsilonMissing, "“noisy-mean” needs an epsilon.", at: size.range)
      default: break
      }
    }
    if let next, let last = classes.last {
      bag.report(PolicyCodes.sizeGap, "No class says what happens from \(next) on.", at: last.range)
    }
  }
}
