import Expressions

/// The reference page of expressions, made from the table of functions and from the variables that rules see.
public enum ExpressionPage {
  /// `docs/reference/expressions.md`.
  public static var markdown: String {
    """
    <!-- Made from the declarations by `make docs`. -->
    # Expressions

    Rules, conditions, trends, signals and triggers of a framework are expressions of the Common Expression Language
    (CEL, github.com/google/cel-spec) without its protobuf messages. Declarations such as `coverage` and `team` are
    rewritten into the same expressions; `waymark framework rules` shows them. Try one on a review with
    `waymark expression eval 'EXPRESSION' --review FILE`, and add `--explain` to see the value of each part.

    Three things may come of an expression: a value, an error, or *not evaluable*. The last is no mistake: what the
    expression needs is not applicable, not reviewed, or not there (as `previous(…)` without an earlier review). `&&`,
    `||`, `all` and `exists` do without a part that fails where the others decide.

    An expression is checked when its framework is read: names, types, paths of criteria, points of scales, and what it
    may cost at the worst, counted from the framework's own sizes (at most \(RuleBook.costLimit) steps). Evaluation counts
    as well and stops there.

    In names, the hyphens of ids become underscores: the measure `staff-turnover` is `measures.staff_turnover`. Paths of
    criteria are texts and keep theirs: `j["our-impact/achievement"].value`.

    ## Variables in reviews

    \(table(RuleVocabulary.ReviewVariable.allCases.map { ($0.rawValue, $0.summary) }))

    A judgement, such as `j["leadership"]`, has:

    \(table(JudgementTypes.fieldSummaries))

    `previous(expression)` is the expression in the subject's earlier review.

    ## Variables in forms

    \(table(RuleVocabulary.FormVariable.allCases.map { ($0.rawValue, $0.summary) }))

    ## Variables in schedules

    \(table(RuleVocabulary.ScheduleVariable.allCases.map { ($0.rawValue, $0.summary) }))

    ## Macros

    | macro | what it does |
    |---|---|
    | `has(a.b)` | Whether `a` has a value for `b`. |
    | `list.all(x, condition)` | Whether the condition holds for each. |
    | `list.exists(x, condition)` | Whether it holds for at least one. |
    | `list.exists_one(x, condition)` | Whether it holds for just one. |
    | `list.filter(x, condition)` | Those for which it holds. |
    | `list.map(x, expression)` | What the expression makes of each. |

    ## Functions of our own

    \(functions { $0.isExtension })

    ## Standard functions

    \(functions { !$0.isExtension && !$0.isOperator })

    `matches` takes the patterns of RE2, in time that grows with the text alone.

    ## Operators

    \(functions { $0.isOperator })

    """
  }

  private static func table(_ rows: [(String, String)]) -> String {
    "| name | what it holds |\n|---|---|\n" + rows.map { "| `\($0.0)` | \($0.1) |" }.joined(separator: "\n")
  }

  private static func functions(_ isWanted: (FunctionDeclaration) -> Bool) -> String {
    let rows = StandardFunctions.all.filter(isWanted).map { function in
      let forms = function.overloads.map { signature(function, $0) }.joined(separator: "<br>")
      return "| \(forms) | \(function.summary.replacing("|", with: "\\|")) |"
    }
    return "| form | what it is for |\n|---|---|\n" + rows.joined(separator: "\n")
  }

  private static func signature(_ function: FunctionDeclaration, _ overload: Overload) -> String {
    let types = overload.parameters.map(\.description)
    let call: String
    if function.isOperator {
      call = ([function.name.replacing("|", with: "\\|")] + types).joined(separator: " ")
    } else if overload.isReceiver {
      call = "\(types.first ?? "").\(function.name)(\(types.dropFirst().joined(separator: ", ")))"
    } else {
      call = "\(function.name)(\(types.joined(separator: ", ")))"
    }
    return "`\(call)` → \(overload.result)"
  }
}

extension JudgementTypes {
  /// The fields of a judgement, in words.
  static var fieldSummaries: [(String, String)] {
    [
      ("point", "The id of its point."), ("value", "The point's number."),
      ("label", "What people read for the point."), ("text", "What peers said to it."),
      ("evidence", "What it rests on."), ("actions", "What is to be done, a list of texts."),
      ("statements", "The ids of the statements that were marked."),
      ("answered", "Whether a point was given; it can be read whatever became of the criterion."),
    ]
  }
}
