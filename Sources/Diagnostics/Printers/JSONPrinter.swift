import Foundation

/// Prints diagnostics as a JSON array of ``PlacedDiagnostic``.
public enum JSONPrinter {
  public static func print(_ bag: DiagnosticBag, _ sources: SourceMap) throws -> String {
    var placer = Placer(sources)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(bag.sorted().map { placer.place($0) })
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
