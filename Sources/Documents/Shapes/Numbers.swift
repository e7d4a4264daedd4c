import Diagnostics
import Sealing

extension Shape where Value == Int {
  /// A whole number within bounds.
  public static func integer(_ range: ClosedRange<Int> = -1_000_000_000...1_000_000_000) -> Shape {
    Shape.scalar(
      ScalarSpec(
        "whole number", "from \(range.lowerBound) to \(range.upperBound)",
        schema: [
          ("type", "integer"), ("minimum", .int(Int64(range.lowerBound))),
          ("maximum", .int(Int64(range.upperBound))),
        ]),
      parse: { text, node, reader in
        guard !NumberRule.isOctal(text) else {
          reader.report(ShapeCodes.octalNumber, "“\(text)” starts with a 0.", at: node)
          return nil
        }
        guard let number = Int(text), !text.hasPrefix("+") else {
          reader.report(
            ShapeCodes.notAnInteger, "“\(reader.key)” should be a whole number, not “\(text.shortened)”.",
            at: node)
          return nil
        }
        guard range.contains(number) else {
          reader.report(
            ShapeCodes.outOfRange,
            "“\(reader.key)” is \(number), but should lie from \(range.lowerBound) to \(range.upperBound).",
            at: node)
          return nil
        }
        return number
      },
      write: { .int(Int64($0)) })
  }
}

extension Shape where Value == Double {
  /// A number within bounds.
  public static func number(_ range: ClosedRange<Double> = -1e12...1e12) -> Shape {
    Shape.scalar(
      ScalarSpec(
        "number", "from \(range.lowerBound) to \(range.upperBound)",
        schema: [
          ("type", "number"), ("minimum", .double(range.lowerBound)), ("maximum", .double(range.upperBound)),
        ]),
      parse: { text, node, reader in
        guard !NumberRule.isOctal(text) else {
          reader.report(ShapeCodes.octalNumber, "“\(text)” starts with a 0.", at: node)
          return nil
        }
        guard NumberRule.isDecimal(text), let number = Double(text) else {
          reader.report(
            ShapeCodes.notANumber, "“\(reader.key)” should be a number, not “\(text.shortened)”.", at: node)
          return nil
        }
        guard range.contains(number) else {
          reader.report(
            ShapeCodes.outOfRange,
            "“\(reader.key)” is \(text), but should lie from \(range.lowerBound) to \(range.upperBound).",
            at: node)
          return nil
        }
        return number
      },
      write: { .double($0) })
  }
}

extension Shape where Value == Bool {
  /// `true` or `false`, nothing else.
  public static let boolean = Shape.scalar(
    ScalarSpec("true or false", "", schema: [("type", "boolean")]),
    parse: { text, node, reader in
      switch text {
      case "true": return true
      case "false": return false
      default:
        reader.report(
          ShapeCodes.notABoolean, "“\(reader.key)” should be true or false, not “\(text.shortened)”.",
          at: node)
        return nil
      }
    },
    write: { .bool($0) })
}

enum NumberRule {
  /// Leading zeros before another digit: 010, -07.
  static func isOctal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return digits.count > 1 && digits.first == "0" && digits.allSatisfy(\.isASCIIDigit)
  }

  static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.count <= 18 && $0.allSatisfy(\.isASCIIDigit) }
  }
}

extension Character {
  /// Not a digit with an accent on it either, which sorts between "0" and "9".
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
