import Diagnostics
import Documents
import Reviews
import Sealing

/// What a review says, as the workspace keeps it: canonical JSON (RFC 8785), whatever form its file had.
enum ReviewContent {
  static func canonicalBytes(of review: Review) throws(Failure) -> [UInt8] {
    do {
      return try Review.shape.write(review).canonicalBytes()
    } catch {
      throw Failure(.badData, "The review has no canonical form. \(error)")
    }
  }

  static func read(_ content: String, name: String) throws -> Review {
    let source = SourceFile(path: name, bytes: asYAML(content))
    var sources = SourceMap()
    var bag = DiagnosticBag()
    // Escapes may make it longer than the file that was within the limit.
    var limits = Limits()
    limits.bytes *= 8
    guard let review = ReviewReader.read(source, sources.add(source), limits: limits, into: &bag) else {
      throw Damage(what: "\(name) cannot be read: \(bag.items.first?.message ?? "no details")")
    }
    return review
  }

  /// JSON is YAML but for a few characters, which YAML forbids or takes for line breaks (YAML 1.1, sections
  /// 4.1 and 4.2); in JSON they can only stand in texts, where both languages know their escapes.
  private static func asYAML(_ content: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.utf8.count)
    for scalar in content.unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let hex = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - hex.count))\(hex)".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    return bytes
  }
}
