import Diagnostics
import Documents

/// Text to checked crosswalk.
public enum CrosswalkReader {
  /// Reads a crosswalk and holds it against the two frameworks that it names. `nil` where there is an error; `bag`
  /// holds all of them.
  public static func read(
    _ source: SourceFile, _ file: FileID, from: ResolvedFramework, to: ResolvedFramework,
    limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> ResolvedCrosswalk? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let crosswalk = parse(source, file, limits: limits, into: &own), !own.isHopeless else { return nil }
    return resolve(crosswalk, from: from, to: to, into: &own)
  }

  /// What of a crosswalk could be read, mistakes or not: so that its frameworks can be found (``Crosswalk/from`` and
  /// ``Crosswalk/to`` name them) and ``resolve(_:from:to:into:)`` can report the mistakes of meaning together with
  /// those of form. Not for use where `bag` has errors.
  public static func parse(
    _ source: SourceFile, _ file: FileID, limits: Limits = Limits(), into bag: inout DiagnosticBag
  ) -> Crosswalk? {
    Document.read(source, file, kind: .crosswalk, as: Crosswalk.shape, limits: limits, into: &bag)
  }

  /// Holds a crosswalk that was read against its frameworks. `nil` where `bag` has errors, earlier ones too.
  public static func resolve(
    _ crosswalk: Crosswalk, from: ResolvedFramework, to: ResolvedFramework, into bag: inout DiagnosticBag
  ) -> ResolvedCrosswalk? {
    CrosswalkChecks.run(crosswalk, from: from, to: to, into: &bag)
    return bag.hasErrors ? nil : ResolvedCrosswalk(crosswalk, from: from, to: to)
  }
}
