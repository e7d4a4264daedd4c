import Diagnostics
import Documents
import Frameworks

/// What a registry asks of a framework beyond that it checks.
enum FrameworkRules {
  static func check(
    _ framework: HeldFramework, by publisher: AdmittedPublisher, in store: any RegistryReading
  ) throws {
    if let held = try store.framework(id: framework.id, version: framework.version) {
      throw held.digest == framework.digest ? alreadyHeld(held) : changed(held, framework)
    }
    // An id belongs to whoever published it first: nobody can slip a version under another group's framework.
    if let first = try store.frameworks(id: framework.id).min(by: { $0.entry < $1.entry }),
      let owner = try store.entry(at: first.entry)?.publisher,
      !owner.utf8.elementsEqual(publisher.key.name.utf8)
    {
      throw foreign(framework, owner: owner)
    }
  }

  /// A draft may change under its version, so figures that name it would mean nothing.
  static func checkStatus(_ framework: Framework) throws(Failure) {
    guard framework.status == .released else {
      throw Failure(
        .refused,
        "“\(framework.id.value)@\(framework.version.value)” is a draft, and a draft may still change.",
        help: "Write “status: released” once its content is settled, and publish that.")
    }
  }

  /// The mistakes of a framework that does not check. Places are put into words here: whoever reads the
  /// failure does not have the payload's text.
  static func unchecked(_ bag: DiagnosticBag, _ map: SourceMap) -> Failure {
    var placer = Placer(map)
    var placed = DiagnosticBag()
    for item in bag.sorted() {
      let place = placer.place(item)
      placed.report(
        Diagnostic(
          item.code, item.message, help: item.help, at: nil,
          path: "\(place.file):\(place.line):\(place.column)"))
    }
    let count = bag.errorCount == 1 ? "a mistake" : "\(bag.errorCount) mistakes"
    return Failure(
      .badData, "The published framework has \(count), so it cannot be used.",
      help: "Run `waymark framework check` on the file, and publish it once it is clean.", diagnostics: placed
    )
  }

  private static func alreadyHeld(_ held: HeldFramework) -> Failure {
    Failure(
      .refused,
      "This registry holds “\(held.reference)” already, with the same content (entry \(held.entry)).",
      help: "There is nothing to publish: sheets may name it as it is.")
  }

  private static func changed(_ held: HeldFramework, _ framework: HeldFramework) -> Failure {
    Failure(
      .refused,
      "“\(held.reference)” is published here with other content (\(held.digest)); this one is "
        + "\(framework.digest).",
      help: "Released content never changes. Give the changed framework a new version.")
  }

  private static func foreign(_ framework: HeldFramework, owner: String) -> Failure {
    Failure(
      .refused, "The framework id “\(framework.id)” was first published here by “\(owner)”, who keeps it.",
      help: "Publish under an id of your own, or ask them to publish this version.")
  }
}
