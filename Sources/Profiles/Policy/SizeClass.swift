import Diagnostics

/// Cohort sizes that are treated alike.
public struct SizeClass: Sendable, Equatable {
  public var from = 1
  /// The last size that belongs to it; without it, all that follow.
  public var to: Int?
  public var technique = Technique.nothing
  public var range = SourceRange.nowhere
  /// The technique's parameters by key; ``TechniqueParameter`` says of which kind each is.
  private var parameters: [String: Value] = [:]

  private enum Value: Sendable, Equatable {
    case fraction(Fraction)
    case whole(Int)
    case flag(Bool)
  }

  public init() {}

  func holds(_ n: Int) -> Bool { n >= max(from, 1) && n <= to ?? .max }

  /// The technique with its parameters; `nil` where one is missing.
  var method: (any DisclosureMethod)? { technique.method.init(self) }

  /// How much one release may tell about one judgement; larger tells more. Of noise only.
  public var epsilon: Fraction? {
    get { self[fraction: "epsilon"] }
    set { self[fraction: "epsilon"] = newValue }
  }

  func has(_ parameter: String) -> Bool { parameters[parameter] != nil }

  /// Its parameters in the order of the technique's page: "epsilon 3/2"; empty where it has none.
  public var parameterWords: String {
    technique.method.parameters.compactMap { parameter in
      switch parameters[parameter.key] {
      case .fraction(let value): "\(parameter.key) \(value)"
      case .whole(let value): "\(parameter.key) \(value)"
      case .flag(let value): value ? parameter.key : "not \(parameter.key)"
      case nil: nil
      }
    }.joined(separator: ", ")
  }

  subscript(fraction key: String) -> Fraction? {
    get { if case .fraction(let value) = parameters[key] { value } else { nil } }
    set { parameters[key] = newValue.map(Value.fraction) }
  }

  subscript(whole key: String) -> Int? {
    get { if case .whole(let value) = parameters[key] { value } else { nil } }
    set { parameters[key] = newValue.map(Value.whole) }
  }

  subscript(flag key: String) -> Bool? {
    get { if case .flag(let value) = parameters[key] { value } else { nil } }
    set { parameters[key] = newValue.map(Value.flag) }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.from == right.from && left.to == right.to && left.technique == right.technique
      && left.parameters == right.parameters
  }
}
