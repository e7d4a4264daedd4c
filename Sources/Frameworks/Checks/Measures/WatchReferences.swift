import Diagnostics

/// A trigger opens a watch list, and a watch list wants reports at the occasions of a cadence; both must
/// exist.
enum WatchReferences: FrameworkCheck {
  static let unknownList = DiagnosticCode(
    "unknown-watch-list", "A trigger opens a watch list that does not exist.",
    advice: "Correct the name, or add the list under `watch`.")
  static let unknownCadence = DiagnosticCode(
    "unknown-cadence", "A watch list wants reports at a cadence that does not exist.",
    advice: "Correct the name, or add the cadence under `process: {cadences: …}`.")
  static let codes = [unknownList, unknownCadence]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    var lists = KnownNames(framework.watch.map(\.id.value), unknownList, messageForList)
    for trigger in framework.triggers { lists.check(trigger.opens, into: &bag) }
    var cadences = KnownNames(framework.process.cadences.map(\.id.value), unknownCadence, messageForCadence)
    for list in framework.watch { cadences.check(list.report, into: &bag) }
  }

  private static func messageForList(_ list: String) -> String { "No watch list is called “\(list)”." }
  private static func messageForCadence(_ cadence: String) -> String { "No cadence is called “\(cadence)”." }
}
