import Frameworks

/// What every page has: the names are those that `page.mustache` asks for.
struct Page<Body: Sendable>: Sendable {
  var language: PageText = "en-GB"
  var title: PageText
  /// A few words above the title.
  var eyebrow: PageText?
  var summary: PageText?
  /// How far a framework's texts are in another language.
  var translation: PageText?
  /// True where exact figures of schools stand on the page: it then says so at its head and on every sheet.
  var isPrivate = false
  var privacy: PageText?
  var citation: PageText?
  var css: PageMarkup
  var body: Body
  /// Tells which texts are in another language than the page.
  var marks: LanguageMarks?

  init(title: PageText, styles: [PageStyle] = [], body: Body) {
    self.title = title
    css = PageMarkup(([.page] + styles).map(\.text).joined(separator: "\n"))
    self.body = body
  }

  /// The language that the framework is written in, and what is said of the one that it is shown in.
  mutating func setLanguage(of framework: ResolvedFramework) {
    language = PageText(framework.translation?.original ?? framework.framework.language.value)
    translation = framework.translation.map { PageText($0.note) }
    marks = framework.translation.map(LanguageMarks.init)
  }
}

/// A style sheet that stands in a page's head.
enum PageStyle: Sendable {
  case page, framework, report, sheet, review, diff, paper

  var text: String {
    switch self {
    case .page: String(decoding: PackageResources.page_css, as: UTF8.self)
    case .diff: String(decoding: PackageResources.diff_css, as: UTF8.self)
    case .framework: String(decoding: PackageResources.framework_css, as: UTF8.self)
    case .paper: String(decoding: PackageResources.paper_css, as: UTF8.self)
    case .review: String(decoding: PackageResources.review_css, as: UTF8.self)
    case .report: String(decoding: PackageResources.report_css, as: UTF8.self)
    case .sheet: String(decoding: PackageResources.sheet_css, as: UTF8.self)
    }
  }
}

/// A term and what is said of it, for `dl.facts`.
struct PageFact: Sendable {
  var term: PageText
  var text: PageText
}
