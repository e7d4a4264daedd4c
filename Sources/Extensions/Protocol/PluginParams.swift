import Foundation
import Sealing

/// What a call asks with: the `params` object of a request.
public enum PluginParams: Sendable {
  case value(JSONValue)
  /// An object that was encoded already, for large calls.
  case encoded([UInt8])
}

/// A file that goes into the call's private folder.
public struct CallFile: Sendable, Hashable {
  /// Its name there: that of the person's file, with `-` for what a plain name may not hold.
  public let name: String
  public let bytes: [UInt8]
  /// Which member of `params` tells the plugin about it.
  public let member: String

  public init(_ name: String, _ bytes: [UInt8], member: String = "file") {
    self.name = PlainName.plain(name)
    self.bytes = bytes
    self.member = member
  }

  /// The file as `params` names it.
  func reference(in folder: String) -> JSONValue {
    ["name": .string(name), "path": .string("\(folder)/\(name)"), "bytes": .int(Int64(bytes.count))]
  }
}

/// What came back from a call.
public struct PluginAnswer: Sendable {
  /// The `result`, its texts clean of control characters and escape sequences.
  public let result: JSONValue
  /// The files that the result names, by name.
  public let files: [String: [UInt8]]

  public init(result: JSONValue, files: [String: [UInt8]] = [:]) {
    (self.result, self.files) = (result, files)
  }
}

/// A file's name that leads nowhere: letters, digits, `-`, `_`, `.` and blanks, 1 to 100 of them, neither
/// beginning with a dot or a blank nor ending with a blank.
public enum PlainName {
  /// Whether a name is plain.
  public static func isPlain(_ name: String) -> Bool {
    guard let first = name.first, let last = name.last, name.unicodeScalars.count <= 100, first != ".",
      first != " ",
      last != " "
    else { return false }
    return name.unicodeScalars.allSatisfy(isAllowed)
  }

  /// The plain name nearest to a name; its ending stays.
  public static func plain(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    var scalars = last.precomposed.map { isAllowed($0) ? $0 : "-" }
    if scalars.count > 100 { scalars.removeSubrange(0..<(scalars.count - 100)) }
    var text = String(String.UnicodeScalarView(scalars))
    while let first = text.first, first == "." || first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return isPlain(text) ? text : "file"
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ".", " ": true
    default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
  }
}

extension String {
  /// Its characters' scalars, each written as one where it can be.
  fileprivate var precomposed: [Unicode.Scalar] {
    precomposedStringWithCanonicalMapping.unicodeScalars.map { $0 }
  }
}
