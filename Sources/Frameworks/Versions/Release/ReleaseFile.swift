import Diagnostics
import Documents
import Sealing

/// `release.yaml`, which lies beside a framework from its release on.
public enum ReleaseFile {
  /// Where it lies, for the framework at a path: `release.yaml` beside `framework.yaml`; a file of another name
  /// has its own record.
  public static func path(beside framework: String) -> String {
    var parts = framework.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let name = parts.popLast() ?? ""
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    return (parts + [stem == "framework" ? "release.yaml" : "\(stem).release.yaml"]).joined(separator: "/")
  }

  /// The record beside a framework; `nil` where there is none, or where `bag` says what is wrong with it.
  ///
  /// - Throws: `noInput` where it may not be read.
  public static func read(
    beside framework: String, in sources: inout SourceMap, into bag: inout DiagnosticBag
  ) throws(Failure) -> ReleaseRecord? {
    let path = path(beside: framework)
    guard try FileReading.kind(path) == .file else { return nil }
    let source = try FileReading.source(path)
    var own = DiagnosticBag()
    let release = Document.read(
      source, sources.add(source), kind: .release, as: ReleaseRecord.shape, into: &own)
    bag.append(own)
    return own.hasErrors ? nil : release
  }

  /// The record as a file.
  public static func text(_ release: ReleaseRecord) -> String {
    var lines = [
      "# Kept from the release on, so that a change of the released content can be seen. Not for editing.",
      "schema: \(DocumentKind.release.schema)", "id: \(release.id.value)",
      "version: \(release.version.value)",
    ]
    if let digest = release.digest { lines.append("digest: \(digest.value)") }
    if let date = release.date { lines.append("date: \(date)") }
    if let previous = release.previous { lines.append("from: \(previous)") }
    if let step = release.step { lines.append("step: \(step)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ReleaseRecord {
  /// Holds a framework that was read against the record beside it; where there is none, nothing is said.
  ///
  /// - Throws: `noInput` where the record may not be read.
  public static func check(
    _ resolved: ResolvedFramework, at path: String, in sources: inout SourceMap,
    into bag: inout DiagnosticBag
  ) throws(Failure) {
    guard let release = try ReleaseFile.read(beside: path, in: &sources, into: &bag) else { return }
    let framework = resolved.framework
    guard release.id == framework.id, release.version == framework.version else {
      bag.report(
        ReleaseCodes.otherFramework,
        "\(ReleaseFile.path(beside: path)) is of \(release.id.value)@\(release.version.value), and this is \(framework.id.value)@\(framework.version.value).",
        at: release.id.range)
      return
    }
    guard framework.status == .released else {
      bag.report(
        ReleaseCodes.draftAgain,
        "\(framework.version.value) was released\(release.date.map { " on \($0)" } ?? ""), and its status says that it is a draft.",
        at: framework.version.range)
      return
    }
    guard let digest = try? resolved.digest ?? framework.contentDigest(), digest != release.digest?.value
    else {
      return
    }
    bag.report(
      ReleaseCodes.changed,
      "The content of \(framework.version.value) is not the one that was released\(release.date.map { " on \($0)" } ?? "").",
      at: framework.version.range)
  }
}
