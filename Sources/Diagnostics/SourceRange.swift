/// Names one file of a ``SourceMap``.
public struct FileID: Hashable, Sendable {
  /// Position in the map that issued the id.
  public let index: UInt32

  public init(index: UInt32) { self.index = index }
}

/// A stretch of one source file, as byte offsets from its first byte.
///
/// Twelve bytes without references, so that every value that was read can keep its place. Lines and columns
/// are worked out when a person asks (``SourceFile/position(of:)``).
public struct SourceRange: Hashable, Sendable {
  public let file: FileID
  public let start: UInt32
  /// The offset after the last byte.
  public let end: UInt32

  public init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The place of values that no file holds: offset 0 of file 0, empty.
  public static let nowhere = SourceRange(file: FileID(index: .max), start: 0, end: 0)
}

/// A place as editors count it.
public struct SourcePosition: Hashable, Sendable, Codable {
  /// Counted from 1; lines end at LF, CR LF or CR only.
  public let line: Int
  /// Counted from 1, in Unicode code points.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A value together with the place that it was read from. Two are equal when their values are.
public struct Located<Value: Sendable>: Sendable {
  public var value: Value
  public var range: SourceRange

  public init(_ value: Value, at range: SourceRange = .nowhere) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {
  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
