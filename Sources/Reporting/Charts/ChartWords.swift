/// The words that charts and their tables say themselves, in one place.
enum ChartWords {
  static let notReviewed = "not reviewed"
  static let notApplicable = "not applicable"
  static let notPublished = "not published"
  static let noJudgements = "no judgements"
  static let notForPublication = "Not for publication"
  static let broken = "not comparable"
  static let gapMeaning = "A gap means that no judgement was made; it is not a low mark."
  static let breakMeaning = "A gap also stands where an earlier judgement cannot be compared."
  static let arrowMeaning = "An arrow: the interval runs on past the edge."
  static let criterion = "Criterion"
  static let judged = "Judged"
  static let low = "Low"
  static let high = "High"
  static let note = "Note"
  static let figure = "Figure"
  static let showTable = "Show these figures as a table"
}
