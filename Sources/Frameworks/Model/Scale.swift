import Diagnostics
import Documents

/// The ordered values that a judgement may take.
public struct Scale: Sendable, Equatable {
  public var kind = Kind.ordinal
  public var title: String?
  public var stability = Stability.fixed
  public var note: String?
  public var points: [Point] = []
  public var isLocked = false

  public enum Kind: String, Choice {
    case nominal, ordinal, interval

    public var meaning: String {
      switch self {
      case .nominal: "names without an order"
      case .ordinal: "an order; the steps between points need not be equal"
      case .interval: "an order with equal steps, so that means make sense"
      }
    }
  }

  /// Whether a point means the same from year to year.
  public enum Stability: String, Choice {
    case fixed, moving

    public var meaning: String {
      switch self {
      case .fixed: "a point means the same every year"
      case .moving: "what a point asks for grows over the years; shifts carry a caution"
      }
    }
  }
}

/// One value of a scale.
public struct Point: Sendable, Equatable {
  public var id = Located("")
  /// Its number; nominal points have none.
  public var value: Int?
  public var label: String?
  public var text: String?
  public var range = SourceRange.nowhere

  /// What a person reads: the label, else the number, else the id.
  public var name: String { label ?? value.map(String.init) ?? id.value }

  public static func == (left: Point, right: Point) -> Bool {
    left.id == right.id && left.value == right.value && left.label == right.label && left.text == right.text
  }
}
