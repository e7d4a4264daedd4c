import Frameworks

/// A scale whose points are numbered from 0 in its order.
public struct CompiledScale: Sendable, Equatable {
  public let id: String
  public let scale: Scale
  /// Each point's value; nominal points have none and get their position.
  public let values: [Int]
  private let codes: [String: UInt8]

  init(_ id: String, _ scale: Scale) {
    self.id = id
    self.scale = scale
    values = scale.points.enumerated().map { $1.value ?? $0 }
    var codes: [String: UInt8] = [:]
    let coded = scale.points.prefix(Int(Mark.firstReserved)).enumerated()
    for (code, point) in coded.reversed() { codes[point.id.value] = UInt8(code) }
    // A number names its point too, as people write it, unless it is some other point's id.
    for (code, point) in coded {
      if let value = point.value, codes[String(value)] == nil { codes[String(value)] = UInt8(code) }
    }
    self.codes = codes
  }

  /// What people call it.
  public var name: String { scale.title ?? id }
  public var isOrdered: Bool { scale.kind != .nominal }
  public var lowest: Int { values.min() ?? 0 }
  public var highest: Int { values.max() ?? 0 }

  /// The point that an id or a number names.
  public func code(of point: String) -> UInt8? { codes[point] }

  public func point(_ code: UInt8) -> Point? {
    Int(code) < scale.points.count ? scale.points[Int(code)] : nil
  }

  /// What people call a point; its number where the scale has no such point.
  public func name(of code: UInt8) -> String { point(code)?.name ?? String(code) }

  /// A point's id; its number where the scale has no such point.
  func id(of code: UInt8) -> String { point(code)?.id.value ?? String(code) }

  /// Two are equal when their points are; the rest follows from them.
  public static func == (left: Self, right: Self) -> Bool { left.id == right.id && left.scale == right.scale }
}
