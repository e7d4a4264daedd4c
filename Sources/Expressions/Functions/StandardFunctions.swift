/// All functions and operators: the standard ones of the common expression language, and ours.
public enum StandardFunctions {
  /// Every declaration, operators first.
  public static let all: [FunctionDeclaration] =
    operators + textFunctions + timeFunctions + conversions + extensions

  /// The declaration of a function or operator by its name.
  public static func declaration(of name: String) -> FunctionDeclaration? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
