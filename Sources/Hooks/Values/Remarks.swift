import Diagnostics
import Documents
import Sealing

/// A mistake that a provider found in what a person wrote.
public struct HookMistake: Sendable, Equatable {
  public var message = ""
  public var severity = Level.error
  /// For a person: a sheet and cell, a row, a page.
  public var place: String?
  public var help: String?
  /// An address in the framework's document: `criteria/our-impact/title`.
  public var address: String?

  public init() {}

  public init(_ message: String, severity: Level = .error, at place: String? = nil, help: String? = nil) {
    self.message = message
    self.severity = severity
    self.place = place
    self.help = help
  }

  /// As an error of a plugin carries it; what is no mistake is told as it is.
  public init(json: JSONValue) {
    self.init(json["message"]?.asString ?? json.asString ?? "The plugin did not say what is wrong.")
    severity = json["severity"]?.asString.flatMap(Level.init(rawValue:)) ?? .error
    place = json["where"]?.asString
    help = json["help"]?.asString
    address = json["at"]?.asString
  }

  public enum Level: String, Choice {
    case error, warning

    public var meaning: String {
      switch self {
      case .error: "it cannot be used like this"
      case .warning: "it can be used, but somebody should look"
      }
    }
  }

  static let shape = Shape<HookMistake>.record(
    "mistake", "Something that a person should mend or look at.", blank: HookMistake(),
    fields: [
      .required("message", \.message, .verbatim, "What is wrong, in a sentence for the person."),
      .defaulted("severity", \.severity, .choice, default: .error, "How bad it is."),
      .optional("where", \.place, .verbatim, "Where, for a person: `Judgements!D7`, `row 12`."),
      .optional("help", \.help, .verbatim, "What to do."),
      .optional(
        "at", \.address, .verbatim,
        "Where in the framework's document, as an address such as `criteria/our-impact/title`."),
    ])
}

/// Something that could not be carried over into the other form.
public struct HookLoss: Sendable, Equatable {
  public var what = ""
  public var place: String?

  public init() {}

  public init(_ what: String, at place: String? = nil) {
    self.what = what
    self.place = place
  }

  static let shape = Shape<HookLoss>.record(
    "loss", "Something that does not carry over, so that nobody has to find out later.", blank: HookLoss(),
    fields: [
      .required("what", \.what, .verbatim, "What, in words for a person."),
      .optional("where", \.place, .verbatim, "Where in the file that it came from."),
    ])
}
