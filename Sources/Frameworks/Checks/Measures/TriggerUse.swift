import Diagnostics

/// A trigger leads to something: a watch list that it opens, or what people do then. And a watch list is
/// opened by something.
enum TriggerUse: FrameworkCheck {
  static let withoutEffect = DiagnosticCode(
    "trigger-without-effect", "Nothing follows from a trigger.", severity: .warning,
    advice: "Name the watch list that it opens, or say in `text` what people do then.")
  static let neverOpened = DiagnosticCode(
    "watch-never-opened", "No trigger opens a watch list.", severity: .warning,
    advice: "Add a trigger with `opens`. People can still put subjects on the list themselves.")
  static let codes = [withoutEffect, neverOpened]

  static func check(_ resolved: ResolvedFramework, into bag: inout DiagnosticBag) {
    let framework = resolved.framework
    var opened: Set<String> = []
    for trigger in framework.triggers {
      if let list = trigger.opens {
        opened.insert(list.value)
      } else if trigger.text?.isEmpty ?? true {
        bag.report(withoutEffect, message(trigger.id.value), at: trigger.id.range)
      }
    }
    // A name that is misspelt where it is used is reported there, and is likely the one that seems unused.
    guard opened.isSubset(of: framework.watch.map(\.id.value)) else { return }
    for list in framework.watch where !list.id.value.isEmpty && !opened.contains(list.id.value) {
      bag.report(neverOpened, message(list: list.id.value), at: list.id.range)
    }
  }

  private static func message(_ trigger: String) -> String { "Nothing follows from “\(trigger)”." }
  private static func message(list: String) -> String { "No trigger opens “\(list)”." }
}
