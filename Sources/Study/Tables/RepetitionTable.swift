import Profiles

/// Table 5: several releases of one judgement that does not change, everybody else's known.
enum RepetitionTable {
  /// So many own noisy sums and so many noisy pool counts.
  struct Row: Sendable {
    let name: String
    var own: (epsilon: (UInt64, UInt64), times: Int)?
    var pool: (registries: Int, times: Int)?
    /// Where the partnership stands is known as well.
    var knowsLevel = false
  }

  static let rows: [Row] = [
    own("2", (2, 1), 1), own("2", (2, 1), 3), own("2", (2, 1), 5), own("2", (2, 1), 10),
    own("1.5", (3, 2), 1), own("1.5", (3, 2), 4), own("1.2", (6, 5), 1), own("1.2", (6, 5), 5),
    pool("one noise", 1, 1), pool("one noise", 1, 3), pool("one noise", 1, 5),
    pool("two noises", 2, 1), pool("two noises", 2, 3), pool("two noises", 2, 5),
    Row(name: "own eps 2 x3 + pool x3, two noises", own: ((2, 1), 3), pool: (2, 3)),
    Row(name: "own eps 2 x3 + pool x5, two noises", own: ((2, 1), 3), pool: (2, 5)),
    Row(name: "own eps 2 x3 + pool x5, one registry colludes", own: ((2, 1), 3), pool: (1, 5)),
    Row(name: "own sum eps 2 x1, level known", own: ((2, 1), 1), knowsLevel: true),
    Row(name: "own sum eps 2 x3, level known", own: ((2, 1), 3), knowsLevel: true),
    Row(name: "own sum eps 1.2 x5, level known", own: ((6, 5), 5), knowsLevel: true),
    Row(name: "pool histogram eps 1, one noise, x5, level known", pool: (1, 5), knowsLevel: true),
    Row(
      name: "own eps 2 x3 + pool x5, two noises, level known", own: ((2, 1), 3), pool: (2, 5),
      knowsLevel: true),
  ]

  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "5", "Repetition: releases of the same judgement",
      about:
        "4 points, eight schools, everybody else known, \(effort.trials) trials a criterion. The prior's best guess "
        + "is right in the share of the last column. “Level known”: "
        + "what the partnership's schools share is known, too.",
      columns: ["pinned mean", "pinned max", "best guess", "best before"].map { .init($0, .percent) })
    let jobs = rows.flatMap { row in Simulation.four.models.indices.map { (row, $0) } }
    let found = await Work.each(jobs) { row, criterion in attack(row, criterion: criterion, effort.trials) }
    for (index, row) in rows.enumerated() {
      let all = Array(found[(index * 5)..<(index * 5 + 5)])
      let mean = AttackOutcome.mean(all)
      table.set(
        row.name,
        [
          "pinned mean": 100 * mean.pinned, "pinned max": 100 * (all.map(\.pinned).max() ?? 0),
          "best guess": 100 * mean.rightAfter, "best before": 100 * mean.rightBefore,
        ])
    }
    return table
  }

  static func attack(_ row: Row, criterion: Int, _ trials: Int) -> AttackOutcome {
    let n = 8
    let own = row.own.flatMap { Noise.scale(3, $0.epsilon) }.map {
      PublishedFigure(n: n, values: [0, 1, 2, 3], mechanism: .noisySum(scale: $0))
    }
    let pool = row.pool.flatMap { pool in
      Noise.scale(2, (1, 1)).map {
        PublishedFigure(
          n: n, values: [0, 1, 2, 3], mechanism: .noisyCounts(scale: $0), draws: pool.registries)
      }
    }
    let figures: [(figure: PublishedFigure, known: FullKnowledge, times: Int)] = [
      own.map { ($0, FullKnowledge($0), row.own?.times ?? 0) },
      pool.map { ($0, FullKnowledge($0), row.pool?.times ?? 0) },
    ].compactMap { $0 }
    return DrawnAttack.attack(
      .four, criterion: criterion, n: n, knowsLevel: row.knowsLevel, trials: trials
    ) { counts, others, stream in
      var evidence: [[Double]] = []
      for (figure, known, times) in figures {
        for _ in 0..<times {
          evidence.append(known.evidence(figure.publish(counts, using: &stream), others: others))
        }
      }
      return FullKnowledge.sum(evidence)
    }
  }

  private static func own(_ name: String, _ epsilon: (UInt64, UInt64), _ times: Int) -> Row {
    Row(name: "own sum eps \(name) x\(times)", own: (epsilon, times))
  }

  private static func pool(_ name: String, _ registries: Int, _ times: Int) -> Row {
    Row(name: "pool histogram eps 1, \(name), x\(times)", pool: (registries, times))
  }
}
