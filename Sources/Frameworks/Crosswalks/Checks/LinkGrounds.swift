import Diagnostics
import Documents

/// What a link rests on fits together. A stated link says where it is stated, and what is stated is not held to be a
/// guess; nor is a guess that two things are the same.
enum LinkGrounds: CrosswalkCheck {
  static let codes = [unknownSource, noSource, doubted, sameDoubted]

  static func check(_ crosswalk: Crosswalk, in context: CrosswalkContext, into bag: inout DiagnosticBag) {
    let sources = Set(crosswalk.sources.map(\.id.value))
    var suggester = NameSuggester(crosswalk.sources.map(\.id.value))
    for link in crosswalk.links {
      if let ref = link.source?.ref, !ref.value.isEmpty, !sources.contains(ref.value) {
        bag.report(
          unknownSource, "No source document of this crosswalk is called “\(ref.value)”.",
          help: suggester.help(for: ref.value), at: ref.range)
      }
      let isLow = link.confidence.value == .low
      if link.basis.value == .stated {
        if link.source == nil {
          bag.report(
            noSource, "The link “\(link.id.value)” is stated, and does not say where.", at: link.basis.range)
        }
        if isLow {
          bag.report(
            doubted, "The link “\(link.id.value)” is stated, and its confidence is low.",
            at: link.confidence.range)
        }
      } else if isLow, link.relation.value == .same {
        bag.report(
          sameDoubted, "The link “\(link.id.value)” says “same”, and its confidence is low.",
          at: link.confidence.range)
      }
    }
  }

  static let unknownSource = DiagnosticCode(
    "crosswalk-unknown-source", "A link names a source that does not stand under the crosswalk's `source`.",
    advice: "Correct the name, or list the document under `source` at the top.")
  static let noSource = DiagnosticCode(
    "crosswalk-stated-nowhere", "A link is stated, and no source is named.", severity: .warning,
    advice: "Name the place with `source: {ref: …, at: …}`, or call the link `inferred`.")
  static let doubted = DiagnosticCode(
    "crosswalk-stated-doubted", "A link is stated by a source, and its confidence is low.",
    severity: .warning,
    advice: "Say in the rationale what is doubtful and call the link `inferred`, or trust the source.")
  static let sameDoubted = DiagnosticCode(
    "crosswalk-same-doubted", "Two criteria are said to be the same, with low confidence.",
    severity: .warning, advice: "A guess is better called `overlaps`, `broader` or `narrower`.")
}
