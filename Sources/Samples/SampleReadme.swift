import Rubrics

/// What a person who opens the folder of a sample should know.
enum SampleReadme {
  static func text(_ request: SampleRequest, _ count: SampleCount) -> String {
    let periods = request.periods.map(\.description).joined(separator: ", ")
    let frameworks = request.frameworks.map { "- `\($0.reference)`: \($0.framework.framework.title)" }
    return """
      # A made-up sample

      Nothing here is real. The partnerships, schools, people and judgements were made up by `waymark sample`; no name
      and no figure stands for anybody. Only the regions exist.

      Seed \(request.seed): \(count.partnerships) partnerships, \(count.schools) schools, \(count.reviews) reviews, for \
      \(periods). The same seed and numbers give the same files.

      Frameworks:
      \(frameworks.joined(separator: "\n"))

      Each folder is a partnership:

      - `partnership.csv`: its id, name and region, on one line
      - `members.csv`: its schools
      - `reviews/<framework>/<school year>/`: one file a review. Some are drafts, some schools are late or have handed in
        nothing yet, and here and there a criterion was left out or does not apply.

      To try one out:

          waymark workspace init --workspace made-up-01.waymark --partnership made-up-01 \\
            --name "Made-up Partnership 01" --region \(request.regions[0].code.value)
          waymark workspace add --workspace made-up-01.waymark made-up-01/members.csv made-up-01/reviews
          waymark workspace status --workspace made-up-01.waymark

      """
  }
}
