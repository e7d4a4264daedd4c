import Diagnostics
import Sealing

/// Finds the answers in a page, or takes a file that holds them alone. Nothing else of a page is looked at.
enum PaperPage {
  /// The id of the element that holds the answers.
  static let element = "waymark-answers"
  /// Far more than the longest review with long words.
  static let limits = JSONLimits(bytes: 4 << 20, depth: 16, values: 100_000)

  /// - Returns: the answers as they stand in the file; `nil` after a report.
  static func answers(_ source: SourceFile, into bag: inout DiagnosticBag) -> JSONValue? {
    func report(_ code: DiagnosticCode, _ message: String) -> JSONValue? {
      bag.report(Diagnostic(code, message, at: nil, path: source.path))
      return nil
    }
    var bytes = source.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      return report(PaperCodes.noAnswers, "There is nothing in this file.")
    }
    let found = first == UInt8(ascii: "{") ? [bytes] : elements(bytes)
    guard let text = found.first else {
      return report(PaperCodes.noAnswers, "This file holds no answers of a page to fill in.")
    }
    guard found.count == 1 else {
      return report(PaperCodes.twoAnswers, "This page holds answers in \(found.count) places.")
    }
    do throws(JSONError) {
      let value = try JSONValue(parsing: Array(text), limits: limits)
      if case .object = value { return value }
      return report(PaperCodes.broken, "The answers in this page are no object.")
    } catch {
      switch error.reason {
      case .tooLong, .tooDeep, .tooManyValues: return report(PaperCodes.tooLarge, error.description)
      default: return report(PaperCodes.broken, error.description)
      }
    }
  }

  /// The content of every script element with the id. An answer cannot look like one: inside the answers, `<` is
  /// written as an escape.
  private static func elements(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let opening = Array("<script".utf8)
    let closing = Array("</script".utf8)
    let id = Array(" id=\"\(element)\"".utf8)
    var found: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let start = rest.firstRange(of: opening) {
      rest = bytes[start.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = rest[..<end]
      rest = bytes[(end + 1)...]
      let close = rest.firstRange(of: closing)
      if tag.firstRange(of: id) != nil { found.append(rest[..<(close?.lowerBound ?? rest.endIndex)]) }
      guard let close else { break }
      rest = bytes[close.upperBound...]
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand first.
  fileprivate func firstRange(of needle: [UInt8]) -> Range<Int>? {
    guard let head = needle.first else { return nil }
    var from = startIndex
    while let place = self[from...].firstIndex(of: head) {
      if self[place...].starts(with: needle) { return place..<(place + needle.count) }
      from = place + 1
    }
    return nil
  }
}
