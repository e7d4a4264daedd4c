import Diagnostics
import Frameworks

/// What stands at the head of a page that its author keeps open while writing.
struct LiveFindings: Sendable {
  var state: PageText
  /// True where there is nothing to mend.
  var isClean: Bool
  var note: PageText?
  /// What has no place among the criteria.
  var remarks: [FrameworkRemarks.Remark]
  /// The criteria that have remarks of their own.
  var places: [Place]
  var stamp: PageText

  struct Place: Sendable {
    var href: PageText
    var title: PageText
  }

  /// - Parameter framework: the one on the page; `nil` where nothing could be read yet.
  init(_ remarks: FrameworkRemarks, of framework: ResolvedFramework?) {
    state = remarks.summary
    isClean = remarks.errors + remarks.warnings == 0
    self.remarks = remarks.general
    stamp = PageText(remarks.stamp)
    places = (framework?.criteria ?? []).filter { remarks.byPath[$0.path] != nil }.map {
      Place(href: PageText("#" + FrameworkCriteria.anchor($0)), title: PageText($0.name))
    }
    if remarks.showsEarlierText {
      note = "The page below shows the text as it was before these mistakes."
    }
  }
}

extension FrameworkPageHTML {
  /// What there is to see while nothing of a framework can be read.
  ///
  /// - Throws: `unavailable` where this build's templates are broken.
  public static func page(of remarks: FrameworkRemarks, title: String) throws(Failure) -> String {
    var remarks = remarks
    remarks.gather(outside: nil)
    var page = Page(title: PageText(title), styles: [.framework], body: LiveFindings(remarks, of: nil))
    page.eyebrow = "Not readable yet"
    return try Templates.page("framework-live", page)
  }
}
