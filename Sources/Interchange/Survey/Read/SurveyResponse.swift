import Diagnostics
import Documents
import Reviews

/// What one person answered.
struct SurveyResponse: Sendable {
  /// As spreadsheets count it.
  var row: Int
  var subject = Subject()
  var date: Located<Day>?
  /// Who answered, where the mapping asks for it.
  var names: [String] = []
  /// Each with the header of its column.
  var notes: [(header: String, text: String)] = []
  /// By the criteria's paths.
  var judgements: [String: Judgement] = [:]

  init(row: Int) { self.row = row }
}
