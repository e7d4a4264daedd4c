/// Publishes nothing: what happens below a gate.
struct NothingPublished: DisclosureMethod {
  static let technique = Technique.nothing
  static let meaning = "no figure is published"
  static let parameters: [TechniqueParameter] = []
  static let fitsSections = true
  static let figures: (any FigureContent.Type)? = nil

  init() {}
  init?(_ size: SizeClass) {}

  func problems(in size: SizeClass) -> [String] { [] }
  func mechanism(points: [Int], criteria: Int) -> Mechanism { .nothing }
  func publish(_ exact: ExactSum, using generator: inout some RandomNumberGenerator) -> (any FigureContent)? {
    nil
  }
  func excesses(over least: Self) -> [PolicyExcess] { [] }
  func excessesOverOther() -> [PolicyExcess]? { [] }

  static let page = TechniqueText(
    title: "Nothing",
    publishes: """
      No figure. The sheet names the criterion or section among those that it leaves out, with the reason that too few
      subjects are judged on it. Only the number judged decides that; the judgements are never looked at.
      """,
    protects: """
      Everything that is not told. Every set of judgements leads to the same bytes. The study found no release that is
      both safe and informative below eight schools; such a partnership adds its counts to its region's pool, and sees
      itself beside it at home.
      """,
    givesAway: """
      That fewer subjects are judged on it than the policy asks for. Who belongs to a partnership, and how many are
      judged, is not hidden by any technique.
      """)
}
