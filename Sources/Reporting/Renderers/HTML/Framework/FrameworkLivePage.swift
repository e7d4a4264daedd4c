import Diagnostics

/// A page for a framework of which nothing could be read yet.
struct LiveFindings: Sendable {
  var state: PageText
  var note: PageText?
  var remarks: [FrameworkRemarks.Remark]
  var stamp: PageText

  init(_ remarks: FrameworkRemarks) {
    state = remarks.summary
    self.remarks = remarks.general
    stamp = PageText(remarks.stamp)
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
    var page = Page(title: PageText(title), styles: [.framework], body: LiveFindings(remarks))
    page.eyebrow = "Not readable yet"
    return try Templates.page("framework-live", page)
  }
}
