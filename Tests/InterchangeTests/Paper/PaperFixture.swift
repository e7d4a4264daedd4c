import Diagnostics
import Documents
import Frameworks
import Reviews
import Sealing

@testable import Interchange

/// A page as somebody sends it back, and what reading it gives.
struct ReadPaper {
  static let today = Day(year: 2026, month: 11, day: 22)!

  let review: Review?
  let bag: DiagnosticBag
  /// The mistakes as a person sees them.
  var told: String { TextPrinter.print(bag, SourceMap()) }
  var codes: [String] { bag.items.map(\.code.id) }

  init(_ bytes: [UInt8], against reference: String = "small-made-up") throws {
    let (framework, digest) = try Fixtures.framework(reference)
    var bag = DiagnosticBag()
    let answers = PaperAnswers(SourceFile(path: "review.html", bytes: bytes), into: &bag)
    review = answers?.review(framework, digest: digest, today: Self.today, into: &bag)
    self.bag = bag
  }

  /// - Parameter answers: without what every page says: schema, framework and kind.
  init(_ answers: JSONValue, kind: ReviewKind = .own, against reference: String = "small-made-up") throws {
    try self.init(Array(Self.page(answers, kind: kind, reference).utf8), against: reference)
  }

  static func page(
    _ answers: JSONValue, kind: ReviewKind = .own, _ reference: String = "small-made-up"
  ) throws -> String {
    let (framework, digest) = try Fixtures.framework(reference)
    let head = ReviewPaper.sheet(framework, digest: digest, kind: kind).head
    return page(JSONValue.object(head + (answers.asObject ?? [])).prettyText())
  }

  static func page(_ json: String) -> String {
    """
    <!DOCTYPE html>
    <html><head><script>var other = "<p>";</script></head><body><p>Anything</p>
    <script type="application/json" id="waymark-answers">\(json.replacing("<", with: "\\u003c"))</script>
    </body></html>
    """
  }
}
