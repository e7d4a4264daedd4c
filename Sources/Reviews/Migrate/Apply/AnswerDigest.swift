import Diagnostics
import Documents
import Frameworks
import Sealing

/// By which one can tell whether anybody changed answers since. Blank answers, and spaces at the ends of texts, do not
/// count.
enum AnswerDigest {
  /// Of what a review says: answers, measures and occasion; `nil` where that has no canonical form.
  static func of(_ review: Review) -> Digest? {
    var content = Review()
    content.judgements = review.judgements.filter { !$0.value.isBlank }
      .map { Keyed(key: $0.key, value: $0.value.asRead) }
      .sorted { $0.key.value < $1.key.value }
    content.measures = review.measures.sorted { $0.key.value < $1.key.value }
    content.occasion = review.occasion
    return (try? Review.shape.write(content).canonicalBytes()).map { Digest(of: $0) }
  }

  /// - Parameter answers: by path.
  static func of(_ answers: [String: Judgement]) -> Digest? {
    var review = Review()
    review.judgements = answers.map { Keyed(key: Located($0.key), value: $0.value) }
    return of(review)
  }

  static func isSame(_ left: [String: Judgement], _ right: [String: Judgement]) -> Bool {
    said(left) == said(right)
  }

  private static func said(_ answers: [String: Judgement]) -> [String: Judgement] {
    answers.filter { !$0.value.isBlank }.mapValues(\.asRead)
  }
}

extension Judgement {
  /// As it reads after it was written: without white space around its texts, and without empty ones.
  var asRead: Judgement {
    var judgement = self
    func read(_ text: String?) -> String? {
      guard let text = text?.trimmedAsRead, !text.isEmpty else { return nil }
      return text
    }
    judgement.evidence = read(evidence)
    judgement.challenge = read(challenge)
    judgement.actions = actions.compactMap { read($0) }
    return judgement
  }
}
