import Documents
import Frameworks

/// Addresses within a framework: keys and ids joined by `/`; criteria need no key.
enum FrameworkAddress {
  /// What an address without its last part names: the criterion or the list that something stands in.
  static func holder(_ address: String) -> String {
    guard let slash = address.lastIndex(of: "/") else { return "criteria" }
    return String(address[..<slash])
  }

  /// The shape of what a change brings: of the entries that `add` adds at an address, of what `with` puts there, of
  /// the value that `to` sets.
  static func shape(ofContent key: String, at address: String) -> ShapeSpec? {
    let spec = shape(at: address)
    switch key {
    case "add":
      // Below a criterion stand criteria.
      if case .list(let element, _)? = spec { return element.options.first }
      return address == "criteria" || spec?.record?.name == "criterion" ? criterion : spec
    default: return spec
    }
  }

  /// The shape of what stands at an address.
  static func shape(at address: String) -> ShapeSpec? {
    var spec: ShapeSpec = Framework.shape.spec
    for part in address.split(separator: "/") {
      guard let next = step(String(part), from: spec) else { return nil }
      spec = next
    }
    return spec
  }

  private static func step(_ part: String, from spec: ShapeSpec) -> ShapeSpec? {
    for option in spec.options {
      switch option {
      case .record(let record):
        if let field = record.field(part) { return field.shape }
        // The id of a criterion, at the top or below another.
        if record.name == "framework" || record.name == "criterion" { return criterion }
      case .map(_, let value): return value
      case .list(let element, _): return element
      default: continue
      }
    }
    return nil
  }

  private static let criterion: ShapeSpec? = {
    guard case .record(let framework) = Framework.shape.spec, let list = framework.field("criteria"),
      case .list(let element, _) = list.shape
    else { return nil }
    return element.options.first
  }()
}
