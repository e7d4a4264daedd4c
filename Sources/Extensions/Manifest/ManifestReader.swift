import Diagnostics
import Documents

/// Text to checked manifest.
public enum ManifestReader {
  /// Reads and checks. `nil` where there is an error; `bag` holds all of them.
  ///
  /// - Parameter folder: the plugin's, in which the files that it names must lie.
  public static func read(
    _ source: SourceFile, _ file: FileID, folder: String, into bag: inout DiagnosticBag
  ) -> PluginManifest? {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let manifest = Document.read(source, file, kind: .plugin, as: PluginManifest.shape, into: &own)
    else { return nil }
    if own.hasErrors { return nil }
    ManifestChecks(manifest: manifest, folder: folder).run(into: &own)
    return own.hasErrors ? nil : manifest
  }
}
