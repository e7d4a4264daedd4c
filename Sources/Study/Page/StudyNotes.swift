/// Where figures differ from the design study's, what was found to be the reason.
enum StudyNotes {
  static let words: [String: String] = [:]
}
