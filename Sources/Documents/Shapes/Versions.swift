import Diagnostics
import Sealing

/// A version as SemVer 2.0.0 defines it, without build metadata.
public struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var major: Int
  public var minor: Int
  public var patch: Int
  /// What follows a hyphen, split at dots.
  public var preRelease: [String]

  public init(_ major: Int, _ minor: Int, _ patch: Int, preRelease: [String] = []) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.preRelease = preRelease
  }

  public init?(_ text: String) {
    let halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3 else { return nil }
    var values: [Int] = []
    for number in numbers {
      guard Self.isNumeric(number), let value = Int(number), value < 1_000_000 else { return nil }
      values.append(value)
    }
    var labels: [String] = []
    if halves.count == 2 {
      for label in halves[1].split(separator: ".", omittingEmptySubsequences: false) {
        let isDigits = label.allSatisfy(\.isASCIIDigit)
        guard !label.isEmpty, label.count <= 40, !isDigits || Self.isNumeric(label),
          label.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { return nil }
        labels.append(String(label))
      }
    }
    self.init(values[0], values[1], values[2], preRelease: labels)
  }

  private static func isNumeric(_ text: Substring) -> Bool {
    !text.isEmpty && text.count <= 9 && text.allSatisfy(\.isASCIIDigit) && (text == "0" || text.first != "0")
  }

  public var description: String {
    "\(major).\(minor).\(patch)" + (preRelease.isEmpty ? "" : "-" + preRelease.joined(separator: "."))
  }

  public static func < (left: Self, right: Self) -> Bool {
    let a = (left.major, left.minor, left.patch), b = (right.major, right.minor, right.patch)
    if a != b { return a < b }
    if left.preRelease.isEmpty || right.preRelease.isEmpty {
      return !left.preRelease.isEmpty && right.preRelease.isEmpty
    }
    for (x, y) in zip(left.preRelease, right.preRelease) where x != y {
      // "-1" is a word: only digits make a number.
      switch (isNumeric(x[...]) ? Int(x) : nil, isNumeric(y[...]) ? Int(y) : nil) {
      case (let m?, let n?): return m < n
      case (.some, nil): return true
      case (nil, .some): return false
      default: return x < y
      }
    }
    return left.preRelease.count < right.preRelease.count
  }
}

extension Shape where Value == Located<SemanticVersion> {
  /// As semver.org gives it, without build metadata.
  private static var pattern: String {
    let number = "(0|[1-9][0-9]*)"
    let label = "(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
    return "^\(number)\\.\(number)\\.\(number)(-\(label)(\\.\(label))*)?$"
  }

  public static let version = Shape.scalar(
    ScalarSpec(
      "version", "MAJOR.MINOR.PATCH (SemVer 2.0.0)",
      schema: [("type", "string"), ("pattern", .string(pattern))]),
    parse: { text, node, reader in
      guard let version = SemanticVersion(text) else {
        reader.report(ShapeCodes.notSemVer, "“\(text.shortened)” is not a version like 1.0.0.", at: node)
        return nil
      }
      return Located(version, at: reader.tree.range(node))
    },
    write: { .string($0.value.description) })
}

extension Shape where Value == Digest {
  /// `sha256:` and 64 hexadecimal digits.
  public static let digest = Shape.scalar(
    ScalarSpec(
      "digest", "`sha256:` and 64 hexadecimal digits",
      schema: [("type", "string"), ("pattern", "^sha256:[0-9a-f]{64}$")]),
    parse: { text, node, reader in
      guard let digest = Digest(text: text) else {
        reader.report(ShapeCodes.notADigest, "“\(text.shortened)” is not a digest.", at: node)
        return nil
      }
      return digest
    },
    write: { .string($0.description) })
}

extension Shape where Value == Located<Digest> {
  /// A digest whose place is kept.
  public static let locatedDigest = Shape(
    Shape<Digest>.digest.spec,
    read: { node, reader in
      Shape<Digest>.digest.read(node, &reader).map { Located($0, at: reader.tree.range(node)) }
    },
    write: { .string($0.value.description) })
}
