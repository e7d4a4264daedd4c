import Diagnostics
import Documents

/// Text to checked list of regions.
public enum RegionReader {
  /// Reads and checks. `nil` where there is an error; `bag` holds all of them.
  public static func read(_ source: SourceFile, _ file: FileID, into bag: inout DiagnosticBag) -> RegionList?
  {
    var own = DiagnosticBag()
    defer { bag.append(own) }
    guard let list = Document.read(source, file, kind: .regions, as: RegionList.shape, into: &own) else {
      return nil
    }
    var seen: Set<String> = []
    for region in list.regions {
      for name in [region.id, region.code] where !seen.insert(name.value).inserted {
        own.report(
          PolicyCodes.regionTwice, "“\(name.value)” stands for another region already.", at: name.range)
      }
    }
    return own.hasErrors ? nil : list
  }
}
