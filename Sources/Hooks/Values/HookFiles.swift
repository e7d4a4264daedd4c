import Documents
import Sealing

/// A file that goes into a call, or comes out of one.
public struct HookFile: Sendable, Equatable {
  /// Without folders.
  public var name: String
  public var bytes: [UInt8]
  /// Such as `text/csv`; `nil` where nobody said.
  public var mediaType: String?

  public init(_ name: String, _ bytes: [UInt8], mediaType: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
  }
}

/// How a call tells where its file lies.
enum PlacedFile {
  static let spec = RecordSpec(
    name: "placed file",
    summary: "A file that the call is about. It can be read until the call is answered.",
    fields: [
      FieldSpec(
        name: "name", summary: "What the person calls it, without folders.", isRequired: true, shape: .text),
      FieldSpec(name: "path", summary: "Where the plugin finds it.", isRequired: true, shape: .text),
      FieldSpec(name: "bytes", summary: "Its size.", isRequired: true, shape: .whole),
    ])
}

/// A file as an answer names it: it lies in the folder for files that come out.
public struct NamedFile: Sendable, Equatable {
  public var name = ""
  public var mediaType: String?

  public init() {}

  static let shape = Shape<NamedFile>.record(
    "named file", "A file that the plugin left in the folder `out`.", blank: NamedFile(),
    fields: [
      .required(
        "name", \.name, .verbatim,
        "Letters, digits, spaces, `-`, `_` and `.`, at most 100; no folders, no dot at the start."),
      .optional("mediaType", \.mediaType, .verbatim, "Such as `text/csv`."),
    ])
}
