import Sealing
import Workspaces

/// What the ledger holds, for programs.
public enum LedgerJSON {
  public static func text(_ overview: LedgerOverview) -> String {
    let value: JSONValue = [
      "schema": "waymark.ledger/1",
      "notice": "Not for publication.",
      "partnership": .string(overview.partnership.slug), "day": .string(overview.day.description),
      "cap": [
        "epsilon": .string(overview.cap.epsilon.description), "years": .int(Int64(overview.cap.years)),
      ],
      "entries": .int(overview.entries),
      "unsettled": .array(
        overview.unsettled.map {
          ["member": .string($0.member.id), "until": .string($0.until.description)]
        }),
      "rows": .array(overview.rows.map(row)),
    ]
    return value.prettyText() + "\n"
  }

  private static func row(_ row: LedgerOverview.Row) -> JSONValue {
    [
      "member": .string(row.member.id), "framework": .string(row.framework),
      "criterion": .string(row.criterion), "spent": .string(row.spent), "left": .string(row.left),
      "sheets": .int(Int64(row.sheets)), "pools": .int(Int64(row.pools)),
      "nextFree": row.nextFree.map { .string($0.description) } ?? .null,
    ]
  }
}

/// The same as CSV (RFC 4180): one row a school and criterion.
public enum LedgerCSV {
  public static func text(_ overview: LedgerOverview) -> String {
    let head = ["school", "framework", "criterion", "spent", "left", "sheets", "pools", "next-free"]
    return ComparisonCSV.text(
      rows: [head]
        + overview.rows.map {
          [
            $0.member.id, $0.framework, $0.criterion, $0.spent, $0.left, String($0.sheets), String($0.pools),
            $0.nextFree?.description ?? "",
          ]
        })
  }
}
