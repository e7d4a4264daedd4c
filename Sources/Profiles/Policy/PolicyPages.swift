import Documents

/// The pages on policies in `docs/reference/`, in Markdown: one on the file, and one a technique.
public enum PolicyPages {
  /// Each with its file's name.
  public static var all: [(name: String, text: String)] {
    [("policy.md", file)] + Technique.allCases.map { (page(of: $0), text(of: $0)) }
  }

  private static func page(of technique: Technique) -> String { "technique-\(technique.rawValue).md" }

  private static var file: String {
    let techniques = Technique.allCases.map {
      "| [`\($0.rawValue)`](\(page(of: $0))) | \($0.meaning) | \(parameters(of: $0)) |"
    }
    let rules = PolicyWeakness.Rule.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return ReferencePage.of(
      Policy.shape, kind: .policy, title: "The policy file",
      introduction: """
        A policy says of how many subjects a partnership may publish a figure, how the figure is protected, how much the
        sheets of several years may tell together, and what a region's pool takes before it opens. Policies stand in
        `Registry/policies/`; a sheet names the policy that it was made under, with its digest. The figures of the default
        policy come from a [study](disclosure-study.md) that attacked each kind of release.

        | technique | what is published | parameters |
        |---|---|---|
        \(techniques.joined(separator: "\n"))

        A registry has a least policy: others that it knows, and every sheet, have to be at least as strict. `waymark policy
        check FILE --least REF` names each rule in which a policy is weaker: \(rules). Of two techniques, publishing
        nothing is stricter than a noisy mean, and a noisy mean is stricter than all that has no noise; those pass only
        where the least policy has the same technique for that size, with parameters at least as strict.
        """)
  }

  private static func parameters(of technique: Technique) -> String {
    let keys = technique.method.parameters.map { "`\($0.key)`" }
    return keys.isEmpty ? "none" : keys.joined(separator: ", ")
  }

  private static func text(of technique: Technique) -> String {
    let method = technique.method
    let page = method.page
    let parameters = method.parameters.map { "| `\($0.key)` | \(value($0.kind)) | \($0.summary) |" }
    let table =
      parameters.isEmpty
      ? "None." : "| key | value | meaning |\n|---|---|---|\n" + parameters.joined(separator: "\n")
    let example = method.parameters.map { ", \($0.key): \($0.example)" }.joined()
    return """
      # \(page.title)

      <!-- Made by `make docs` from the declarations; do not edit. -->

      `technique: \(technique.rawValue)` in a [policy](policy.md): \(technique.meaning). The figures below come from simulated
      reviews that were attacked; the [study](disclosure-study.md) says how, and `waymark profile audit` does the same to a
      sheet before it leaves.

      ## What it publishes

      \(page.publishes)

      ## Parameters

      \(table)

      In a size class: `{from: 8\(technique == .nothing ? ", to: 11" : ""), technique: \(technique.rawValue)\(example)}`.
      \(method.fitsSections ? "It serves criteria and sections." : "It serves criteria only: a section has no counts by point.")

      ## What it protects

      \(page.protects)

      ## What it gives away

      \(page.givesAway)

      """
  }

  private static func value(_ kind: TechniqueParameter.Kind) -> String {
    switch kind {
    case .fraction: "fraction, such as `2` or `3/2`"
    case .whole(let range): "whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "`true` or `false`"
    }
  }
}
