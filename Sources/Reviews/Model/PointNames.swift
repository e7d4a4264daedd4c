import Frameworks

extension Scale {
  /// The point that a review names: by its id, or else by its number.
  public func point(named name: String) -> Point? {
    points.first { $0.id.value == name } ?? points.first { $0.value.map(String.init) == name }
  }

  /// How each point may be named, as people read it: `3 or secure (Secure)`.
  public var pointChoices: [String] {
    points.map { point in
      let names = [point.value.map(String.init), point.id.value].compactMap { $0 }
      return names.joined(separator: " or ") + (point.label.map { " (\($0))" } ?? "")
    }
  }
}
