/// How large a value can be: enough of its shape to bound what work on it costs.
indirect enum Extent: Sendable {
  /// As large as its type allows.
  case of(ValueType)
  /// A text of so many bytes.
  case text(Int)
  /// A list of so many elements.
  case list(Int, Extent)
  /// A map of so many entries.
  case map(Int, key: Extent, value: Extent)

  /// Elements of a list, entries of a map; 0 of anything else.
  func count(_ bounds: SizeBounds) -> Int {
    switch self {
    case .text: 0
    case .list(let count, _), .map(let count, _, _): count
    case .of(let type):
      switch type {
      case .list(_, let atMost): atMost ?? bounds.listElements
      case .map(_, _, let atMost): atMost ?? bounds.mapEntries
      case .keyed(let keyed): keyed.entries.count
      case .dyn: max(bounds.listElements, bounds.mapEntries)
      default: 0
      }
    }
  }

  /// Bytes of a text; 0 of anything else.
  func bytes(_ bounds: SizeBounds) -> Int {
    switch self {
    case .text(let bytes): return bytes
    case .list, .map: return 0
    case .of(let type):
      switch type {
      case .string, .bytes, .dyn: return bounds.textBytes
      case .refined(let refinement) where refinement.base == .string:
        guard let allowed = refinement.allowed else { return bounds.textBytes }
        return allowed.map { if case .string(let text) = $0 { text.utf8.count } else { 0 } }.max() ?? 0
      default: return 0
      }
    }
  }

  /// What a macro's variable is: an element of a list, a key of a map.
  var element: Extent {
    switch self {
    case .list(_, let element): element
    case .map(_, let key, _): key
    case .text: .of(.dyn)
    case .of(.list(let type, _)): .of(type)
    case .of(.map(let key, _, _)): .of(key)
    case .of(.keyed(let keyed)): .text(keyed.entries.map(\.key.utf8.count).max() ?? 0)
    case .of: .of(.dyn)
    }
  }

  /// The work of going through all of it, as the evaluator counts it.
  func weight(_ bounds: SizeBounds) -> Int {
    let own = bytes(bounds) / EvaluationCost.bytesPerUnit
    let inner: Int
    switch self {
    case .text: inner = 0
    case .list(_, let element): inner = element.weight(bounds)
    case .map(_, let key, let value): inner = Cost.sum(key.weight(bounds), value.weight(bounds))
    case .of(let type): inner = Self.innerWeight(type, bounds)
    }
    return Cost.sum(own, Cost.product(count(bounds), Cost.sum(1, inner)))
  }

  private static func innerWeight(_ type: ValueType, _ bounds: SizeBounds) -> Int {
    switch type {
    case .list(let element, _): Extent.of(element).weight(bounds)
    case .map(let key, let value, _):
      Cost.sum(Extent.of(key).weight(bounds), Extent.of(value).weight(bounds))
    case .keyed(let keyed): Extent.of(keyed.common).weight(bounds)
    case .dyn: bounds.textBytes / EvaluationCost.bytesPerUnit
    default: 0
    }
  }

  /// One extent that covers two.
  static func larger(_ a: Extent, _ b: Extent, _ bounds: SizeBounds) -> Extent {
    a.weight(bounds) >= b.weight(bounds) ? a : b
  }
}

/// Sums and products of costs that stop at the largest number.
enum Cost {
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : value
  }

  static func product(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : value
  }
}
