/// The words of a sample. Each says that it is made up, so that no passage can be taken for a real school's.
enum SampleText {
  static let note = "Made up for trying out Waymark. No such school exists, and nobody reviewed it."

  static func head(of school: MadeUpSchool) -> String {
    "Made-up Head of " + school.name.dropFirst("Made-up ".count)
  }

  static func evidence(_ stream: inout SampleStream) -> String {
    stream.one(of: [
      "Made-up evidence: minutes of two meetings and a short survey.",
      "Made-up evidence: visits to six lessons, and what pupils said afterwards.",
      "Made-up evidence: the plan for the year, with what has been ticked off so far.",
      "Made-up evidence: talks with four members of staff and a governor.",
      "Made-up evidence: samples of work from three classes.",
      "Made-up evidence: figures of the last two terms, set side by side.",
    ])
  }

  static func action(_ stream: inout SampleStream) -> String {
    stream.one(of: [
      "Made-up action: name one person who keeps this in view, by half-term.",
      "Made-up action: visit a neighbouring school and bring back two ideas.",
      "Made-up action: ask pupils again in spring and compare.",
      "Made-up action: write down what works, on one page, for new staff.",
      "Made-up action: put this on the governors' agenda next term.",
    ])
  }

  static func challenge(_ stream: inout SampleStream) -> String {
    stream.one(of: [
      "Made-up challenge: how would you know if this had stopped working?",
      "Made-up challenge: who has not been asked yet?",
      "Made-up challenge: what would the next point up look like here?",
      "Made-up challenge: which of these actions would you drop first?",
    ])
  }
}
