import Diagnostics
import Documents

/// A region that partnerships belong to and that is compared with others.
public struct Region: Sendable, Equatable {
  public var id = Located("")
  /// The nine-character code of the Office for National Statistics.
  public var code = Located("")
  public var name = ""

  public init() {}

  /// A letter and eight digits, as the Office for National Statistics codes every area.
  public static func isCode(_ text: String) -> Bool {
    let units = Array(text.utf8)
    return units.count == 9 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(units[0])
      && units.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

/// The regions that a registry knows.
public struct RegionList: Sendable, Equatable {
  public var regions: [Region] = []

  public init() {}

  public func region(code: String) -> Region? { regions.first { $0.code.value == code } }

  /// What people call the region; the code where it is unknown.
  public func name(ofCode code: String) -> String { region(code: code)?.name ?? code }
}

extension DocumentKind {
  public static let regions = DocumentKind("waymark.regions", version: 1, noun: "a list of regions")
}

extension RegionList {
  /// The document, key by key.
  public static let shape = Shape<RegionList>.record(
    "list of regions", "The regions that are compared.", blank: RegionList(),
    fields: [
      .header(.regions),
      .list(
        "regions", \.regions, Region.shape, minimum: 1, "The regions, in the order in which they are shown."),
    ])

  /// The page in `docs/reference/`, in Markdown.
  public static func referencePage() -> String {
    ReferencePage.of(
      shape, kind: .regions, title: "The list of regions",
      introduction:
        "The regions that a registry compares, each with its official code: `Registry/regions.yaml`.")
  }
}

extension Region {
  static let shape = Shape<Region>.record(
    "region", "A region that is compared with others.", blank: Region(),
    fields: [
      .required("id", \.id, .slug, "A name that never changes."),
      .required("code", \.code, .regionCode, "Its code at the Office for National Statistics."),
      .required("name", \.name, .text, "What people call it."),
    ])
}

extension Shape where Value == Located<String> {
  /// The code of an area at the Office for National Statistics.
  static let regionCode = Shape.located(
    ScalarSpec(
      "region code", "a letter and eight digits",
      schema: [("type", "string"), ("pattern", "^[A-Z][0-9]{8}$")]),
    code: PolicyCodes.notARegionCode, what: "a region's code, such as E12000004",
    isValid: { Region.isCode(String(decoding: $0, as: UTF8.self)) })
}
