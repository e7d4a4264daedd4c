import Diagnostics
import Documents
import Hooks
import Rubrics

/// What must be true of a `plugin.yaml` beyond its form.
struct ManifestChecks {
  let manifest: PluginManifest
  /// The plugin's folder.
  let folder: String

  func run(into bag: inout DiagnosticBag) {
    if let name = folder.split(separator: "/").last, name != manifest.id.value, name != ".", name != ".." {
      bag.report(
        ManifestCodes.folderName, "The plugin “\(manifest.id.value)” lies in a folder called “\(name)”.",
        at: manifest.id.range)
    }
    if manifest.protocolVersion.value != PluginManifest.protocolVersion {
      bag.report(
        ManifestCodes.foreignProtocol,
        "The plugin speaks version \(manifest.protocolVersion.value); this Waymark speaks \(PluginManifest.protocolVersion).",
        at: manifest.protocolVersion.range)
    }
    switch (manifest.program, manifest.pack) {
    case (.some(let program), nil): check(program, into: &bag)
    case (nil, .some(let pack)): check(pack, into: &bag)
    case (nil, nil):
      bag.report(
        ManifestCodes.programOrPack, "“\(manifest.id.value)” has neither a program nor a pack.",
        at: manifest.place)
    case (.some, .some):
      bag.report(
        ManifestCodes.programOrPack, "“\(manifest.id.value)” has both a program and a pack.",
        at: manifest.place)
    }
    checkProvided(into: &bag)
    checkScopes(into: &bag)
    checkLimits(into: &bag)
  }

  private func check(_ program: PluginManifest.Program, into bag: inout DiagnosticBag) {
    if manifest.provides.isEmpty {
      bag.report(
        ManifestCodes.providesNothing, "The program provides nothing: no hook would ever call it.",
        at: program.place)
    }
    if let first = program.command.first, first.value.contains("/") { checkFile(first, into: &bag) }
    if program.environment == .python {
      var requirements = Located("requirements.txt")
      requirements.range = program.place
      checkFile(requirements, into: &bag)
    }
  }

  private func check(_ pack: PluginManifest.Pack, into bag: inout DiagnosticBag) {
    if pack.isEmpty {
      bag.report(ManifestCodes.providesNothing, "The pack holds nothing.", at: manifest.place)
    }
    if let first = manifest.provides.first {
      bag.report(
        ManifestCodes.packProvides, "A pack is data only and answers no hook.", at: first.place)
    }
    for path in pack.paths { checkFile(path, into: &bag) }
  }

  /// A path of the plugin's own must lead to something inside its folder.
  private func checkFile(_ path: Located<String>, into bag: inout DiagnosticBag) {
    let parts = path.value.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first?.isEmpty != false || parts.contains("..") {
      bag.report(ManifestCodes.outside, "“\(path.value)” leads out of the plugin's folder.", at: path.range)
    } else if (try? FileReading.kind("\(folder)/\(path.value)")) == nil {
      bag.report(ManifestCodes.fileMissing, "There is no “\(path.value)” in \(folder).", at: path.range)
    }
  }

  private func checkProvided(into bag: inout DiagnosticBag) {
    var seen: Set<[String]> = []
    for provided in manifest.provides {
      let hook = provided.hook
      let (wanted, other) = hook.isByFormat ? ("format", "name") : ("name", "format")
      if (hook.isByFormat ? provided.format : provided.name) == nil {
        bag.report(
          ManifestCodes.keyMissing, "“\(hook.rawValue)” needs a \(wanted).", help: "Add `\(wanted): …`.",
          at: provided.place)
      }
      if let unwanted = hook.isByFormat ? provided.name : provided.format {
        bag.report(
          ManifestCodes.keyUnwanted, "“\(hook.rawValue)” has a \(wanted) and no \(other).", at: unwanted.range
        )
      }
      if !seen.insert([hook.rawValue, provided.key]).inserted {
        bag.report(
          ManifestCodes.providedTwice, "“\(hook.rawValue)” is provided twice for “\(provided.key)”.",
          at: provided.place)
      }
      if hook == .aggregate, let name = provided.name, Aggregations.named(name.value) != nil {
        bag.report(
          ManifestCodes.ownName, "Waymark has an aggregation “\(name.value)” of its own.", at: name.range)
      }
    }
  }

  private func checkScopes(into bag: inout DiagnosticBag) {
    let seen = Set(manifest.sees.map(\.value))
    var needed: Set<DataScope> = []
    for provided in manifest.provides {
      guard let scope = Hooks.declaration(provided.hook)?.sees else { continue }
      needed.insert(scope)
      if !seen.contains(scope) {
        bag.report(
          ManifestCodes.seesTooLittle,
          "“\(provided.hook.rawValue)” carries \(scope.meaning); `sees` does not list “\(scope.rawValue)”.",
          at: provided.place)
      }
    }
    for scope in manifest.sees where !needed.contains(scope.value) && scope.value != .framework {
      bag.report(
        ManifestCodes.seesTooMuch, "No hook here carries \(scope.value.meaning).", at: scope.range)
    }
  }

  private func checkLimits(into bag: inout DiagnosticBag) {
    guard let limits = manifest.limits else { return }
    let hooks = manifest.provides.compactMap { Hooks.declaration($0.hook)?.limits }
    let pairs: [(String, Int?, Int?)] = [
      ("time", limits.time, hooks.map(\.time).max()), ("message", limits.message, hooks.map(\.message).max()),
      ("folder", limits.folder, hooks.map(\.folder).max()),
    ]
    for case (let name, let asked?, let allowed?) in pairs where asked > allowed {
      bag.report(
        ManifestCodes.limitAbove, "The plugin asks for “\(name)” \(asked); its hooks allow \(allowed).",
        at: limits.place)
    }
  }
}

extension PluginManifest {
  /// The version of the protocol that this Waymark speaks.
  public static let protocolVersion = 1
}
