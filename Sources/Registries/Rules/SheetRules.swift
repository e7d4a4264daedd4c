import Diagnostics
import Documents
import Frameworks
import Profiles

/// What a registry asks of a sheet beyond that its numbers belong together.
enum SheetRules {
  static func check(
    _ sheet: Sheet, _ held: HeldSheet, by publisher: AdmittedPublisher, in store: any RegistryReading
  )
    throws
  {
    guard publisher.name == sheet.partnership else { throw otherPartnership(sheet, publisher) }
    try checkRegion(sheet, in: store)
    let outline = try framework(of: sheet, in: store).outline
    if let earlier = try store.sheet(of: sheet.partnership, in: held.scope) {
      throw secondRelease(sheet, earlier)
    }
    guard outline.kind == sheet.kind.rawValue else { throw otherKind(sheet, outline) }
    let policies = try store.policies()
    guard let own = policies.first(where: { $0.digest == sheet.policy.digest }), own.id == sheet.policy.id,
      let least = policies.first(where: \.isLeast)
    else { throw unknownPolicy(sheet, policies) }
    try FigureRules.check(sheet, outline)
    try PolicyRules.check(sheet, outline, own: own.policy(), least: least.policy())
  }

  private static func checkRegion(_ sheet: Sheet, in store: any RegistryReading) throws {
    let regions = try RegionList.read(from: store)
    guard regions.region(code: sheet.region) != nil else {
      throw Failure(
        .refused, "This registry knows no region “\(sheet.region)” (rule “region”).",
        help: "It knows: \(regions.regions.map { "\($0.code.value) (\($0.name))" }.joined(separator: ", ")).")
    }
  }

  private static func framework(of sheet: Sheet, in store: any RegistryReading) throws -> HeldFramework {
    let name = sheet.framework
    guard let held = try store.framework(id: name.id, version: name.version) else {
      throw Failure(
        .refused,
        "The sheet rests on “\(name.reference)”, which this registry does not hold (rule “framework”).",
        help: "Publish the framework first, or ask its authors to.")
    }
    guard held.digest == name.digest else {
      throw Failure(
        .refused,
        "The sheet rests on other content of “\(name.reference)” (\(name.digest)) than this registry holds "
          + "(\(held.digest); rule “framework”).",
        help: "Make the sheet from reviews against the framework as it was published.")
    }
    return held
  }

  private static func otherPartnership(_ sheet: Sheet, _ publisher: AdmittedPublisher) -> Failure {
    Failure(
      .refused,
      "This is a sheet of “\(sheet.partnership)”, but the key “\(publisher.key.name)” is admitted for "
        + "“\(publisher.name)” (rule “own-key”).",
      help: "Sign it with the partnership's own key.")
  }

  private static func secondRelease(_ sheet: Sheet, _ earlier: HeldSheet) -> Failure {
    Failure(
      .refused,
      "“\(sheet.partnership)” has published its sheet for “\(sheet.framework.id)” "
        + "\(sheet.framework.version.major), \(sheet.period), \(sheet.kind.rawValue) already "
        + "(entry \(earlier.entry); rule “one-release”).",
      help:
        "A second one would let others work out single judgements. A correction waits for the next period.")
  }

  private static func otherKind(_ sheet: Sheet, _ outline: FrameworkOutline) -> Failure {
    Failure(
      .refused,
      "The sheet holds judgements of the kind “\(sheet.kind.rawValue)”; of “\(sheet.framework.reference)” "
        + "those of the kind “\(outline.kind)” are published (rule “one-kind”).",
      help: "Make the sheet of the other kind.")
  }

  private static func unknownPolicy(_ sheet: Sheet, _ policies: [HeldPolicy]) -> Failure {
    Failure(
      .refused,
      "The sheet was made under the policy “\(sheet.policy.id)” (\(sheet.policy.digest)), "
        + "which this registry does not know (rule “policy”).",
      help: "It knows: \(policies.map { "\($0.id) (\($0.digest))" }.joined(separator: ", ")).")
  }
}

extension RegionList {
  static func read(from store: any RegistryReading) throws -> RegionList {
    try RegistrySettings.regions(
      of: SourceFile(path: "the registry's list of regions", bytes: try store.regions()))
  }
}
