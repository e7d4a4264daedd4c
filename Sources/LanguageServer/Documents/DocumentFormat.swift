import Diagnostics
import Documents
import Frameworks
import Reviews

/// What a text is, by its `schema:` line.
enum DocumentFormat: Sendable, Hashable {
  case framework
  case review
  case form
  case schedule
  case crosswalk
  /// A framework's texts in another language.
  case texts
  /// What comes of a case.
  case expectation
  /// Nothing that this server reads.
  case other

  /// By the first `schema:` line that starts a line; by the file's name where there is none.
  init(_ source: SourceFile) {
    switch DocumentHead(source).schema?.split(separator: "/").first.map(String.init) {
    case DocumentKind.framework.name: self = .framework
    case DocumentKind.review.name: self = .review
    case DocumentKind.form.name: self = .form
    case DocumentKind.schedule.name: self = .schedule
    case DocumentKind.crosswalk.name: self = .crosswalk
    case DocumentKind.texts.name: self = .texts
    case .some: self = .other
    case nil:
      if source.path.hasSuffix("/framework.yaml") {
        self = .framework
      } else {
        self =
          source.path.hasSuffix("/expected.yaml") && source.path.contains("/cases/") ? .expectation : .other
      }
    }
  }
}

/// The single values that stand at the start of a line near the top of a file: enough to know what it is, whether it can
/// be read or not.
struct DocumentHead: Sendable, Equatable {
  private(set) var schema: String?
  private(set) var id: String?
  private(set) var version: String?

  private static let bytes = 64 << 10

  init(_ source: SourceFile) {
    let bytes = source.bytes
    let end = min(bytes.count, Self.bytes)
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < end, schema == nil || id == nil || version == nil {
      var next = at
      while next < end, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
      read(bytes[at..<next])
      at = next + 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first > 0x20, first != UInt8(ascii: "#"), first != UInt8(ascii: "-"),
      let colon = line.firstIndex(of: UInt8(ascii: ":"))
    else { return }
    switch String(decoding: line[..<colon], as: UTF8.self) {
    case "schema": schema = schema ?? Self.value(line[(colon + 1)...])
    case "id": id = id ?? Self.value(line[(colon + 1)...])
    case "version": version = version ?? Self.value(line[(colon + 1)...])
    default: return
    }
  }

  /// Without quotes and without what follows ` #`.
  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if let comment = text.firstRange(of: " #") { text = String(text[..<comment.lowerBound]) }
    return text.trimmingSpaces.trimming("\"'")
  }
}

extension String {
  var trimmingSpaces: String { trimming(" \t") }

  func trimming(_ characters: String) -> String {
    var text = self[...]
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
