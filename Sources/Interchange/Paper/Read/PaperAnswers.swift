import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

/// What somebody filled into a page, before it is held against the framework that it names.
public struct PaperAnswers: Sendable {
  public let path: String
  public let kind: Kind
  public let framework: FrameworkPin
  let json: JSONValue

  /// What kind of page it is.
  public enum Kind: Sendable, Equatable {
    case review(ReviewKind)
    /// One of the framework's forms, by id.
    case form(String)
  }

  /// Reads a page that was saved, or a file with its answers alone. `nil` where that cannot be had; `bag` says why.
  public init?(_ source: SourceFile, into bag: inout DiagnosticBag) {
    func report(_ code: DiagnosticCode, _ message: String) {
      bag.report(Diagnostic(code, message, at: nil, path: source.path))
    }
    guard let json = PaperPage.answers(source, into: &bag) else { return nil }
    guard let kind = Self.kind(json) else {
      report(PaperCodes.noAnswers, "The answers in this file are neither of a review nor of a form.")
      return nil
    }
    let pinned = json["framework"]
    guard let id = pinned?["id"]?.asString, SlugRule.isSlug(id),
      let version = pinned?["version"]?.asString.flatMap({ SemanticVersion($0) }),
      let digest = pinned?["digest"]?.asString.flatMap({ Digest(text: $0) })
    else {
      report(PaperCodes.noPin, "This page does not name its framework by id, version and digest.")
      return nil
    }
    var pin = FrameworkPin()
    (pin.id.value, pin.version.value, pin.digest) = (id, version, digest)
    (path, self.kind, framework, self.json) = (source.path, kind, pin, json)
  }

  private static func kind(_ json: JSONValue) -> Kind? {
    switch json["schema"]?.asString {
    case DocumentKind.review.schema?:
      json["kind"]?.asString.flatMap { ReviewKind(rawValue: $0) }.map { .review($0) }
    case DocumentKind.form.schema?: json["form"]?.asString.map { .form($0) }
    default: nil
    }
  }

  /// As a person names it: `emtss@1.0.0`.
  public var reference: String { "\(framework.id.value)@\(framework.version.value)" }
}

extension PaperAnswers {
  /// The review that was filled in. `nil` where it has mistakes; `bag` names each by its question.
  ///
  /// - Parameter digest: of the framework's resolved content.
  public func review(
    _ framework: ResolvedFramework, digest: Digest, today: Day, into bag: inout DiagnosticBag
  ) -> Review? {
    guard case .review(let kind) = kind else {
      reportKind("a form", into: &bag)
      return nil
    }
    let sheet = ReviewPaper.sheet(framework, digest: digest, kind: kind)
    var named = DiagnosticBag()
    defer { bag.append(named) }
    guard let document = PaperDocument(self, sheet, into: &named) else { return nil }
    var own = DiagnosticBag()
    let review = ReviewReader.parse(document.source, document.file, into: &own)
    if let review {
      ReviewChecks.run(review, against: framework, digest: digest, today: today, into: &own)
    }
    document.name(own, into: &named)
    return named.hasErrors ? nil : review
  }

  /// The form that was filled in. `nil` where it has mistakes; `bag` names each by its question.
  public func form(
    _ form: Form, _ context: FormContext.Framework, into bag: inout DiagnosticBag
  ) -> FilledForm? {
    guard case .form = kind else {
      reportKind("a review", into: &bag)
      return nil
    }
    let sheet = FormPaper.sheet(form, of: context.framework, digest: context.digest)
    var named = DiagnosticBag()
    defer { bag.append(named) }
    guard let document = PaperDocument(self, sheet, into: &named) else { return nil }
    var own = DiagnosticBag()
    let filled = FormReader(document.source, document.file, into: &own)?.read(context, into: &own)
    document.name(own, into: &named)
    return named.hasErrors ? nil : filled
  }

  private func reportKind(_ what: String, into bag: inout DiagnosticBag) {
    bag.report(Diagnostic(PaperCodes.otherKind, "This page is of \(what).", at: nil, path: path))
  }
}
