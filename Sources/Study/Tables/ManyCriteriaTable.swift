import Profiles

/// What follows Table 5: 71 criteria on six points, all of a school's figures attacked together.
enum ManyCriteriaTable {
  static func make(_ effort: StudyEffort) async -> StudyTable {
    var table = StudyTable(
      "6", "71 criteria on six points, and five on four",
      about:
        "“Any” is the share of schools with at least one judgement pinned when all figures of up to three unchanged "
        + "years are attacked together and everybody else is known. Sections: eight, at twelve schools for the "
        + "attack. “Rightly” is how many of the pinned judgements are what the attacker takes them for: of beliefs over "
        + "90 % at least about 92 in 100 should be. Offsets as in the design study, or typical ones: evenly spread. "
        + "\(effort.schools) schools a row.",
      columns: [.init("any x1", .percent), .init("any x3", .percent), .init("rightly x3", .percent)]
        + ["8", "12", "16", "24"].map { .init("error \($0)", .error) }
        + ["8", "12", "16", "24"].map { .init("public \($0)", .share) })
    let jobs = rows.flatMap { row in [(row, 1), (row, 3)] }
    let parts = await Work.each(jobs.flatMap { job in (0..<4).map { (job.0, job.1, $0) } }) {
      row, times, part in
      row.attack(times, effort.schools / 4, part)
    }
    for (index, (row, times)) in jobs.enumerated() {
      let outcome = parts[(index * 4)..<(index * 4 + 4)].reduce(JointOutcome(), +)
      table.set(row.name, ["any x\(times)": 100 * outcome.any])
      if times == 3, let right = outcome.right { table.set(row.name, ["rightly x3": 100 * right]) }
    }
    let drawn = await Work.each(Array(0..<40)) { draw in
      DrawnAttack.joint(
        .sum2, n: 8, Simulation(points: 6, offsets: Simulation.drawn(draw)), schools: effort.schools / 8,
        seed: 4
      ).any
    }.sorted()
    for (name, any) in [("a quarter", drawn[9]), ("half", drawn[19]), ("three quarters", drawn[29])] {
      table.set("71 criteria, sums eps 2, \(name) of forty draws of offsets at most", ["any x1": 100 * any])
    }
    let sizes = [8, 12, 16, 24]
    let utilities = await Work.each(sizes) {
      SectionStudy.utility(.sixAsDesigned, n: $0, regions: effort.regions / 6)
    }
    for (n, utility) in zip(sizes, utilities) {
      table.set(
        "eight section means eps 2",
        ["error \(n)": utility.partnership.root, "public \(n)": utility.inPublic.mean].compactMapValues { $0 }
      )
    }
    return table
  }

  /// One way of publishing, and its attack: of how many years, on how many schools.
  private struct Row: Sendable {
    let name: String
    let attack: @Sendable (_ times: Int, _ schools: Int, _ seed: Int) -> JointOutcome
  }

  private static let rows: [Row] =
    [
      Row(name: "five criteria, sums eps 2") {
        DrawnAttack.joint(.sum2, n: 8, .four, releases: $0, schools: 4 * $1, seed: $2)
      },
      Row(name: "five criteria, sums eps 2, level not learnt from others") {
        DrawnAttack.joint(
          .sum2, n: 8, .four, releases: $0, learnsLevel: false, schools: 4 * $1, seed: $2)
      },
    ] + many(.sixAsDesigned, "") + many(.six, ", typical offsets")

  private static func many(_ simulation: Simulation, _ offsets: String) -> [Row] {
    [
      Row(name: "71 criteria, sums eps 2\(offsets)") {
        DrawnAttack.joint(.sum2, n: 8, simulation, releases: $0, schools: $1, seed: $2)
      },
      Row(name: "71 criteria, pooled, two noises\(offsets)") {
        DrawnAttack.joint(.histogram1, n: 8, simulation, releases: $0, draws: 2, schools: $1, seed: $2)
      },
      Row(name: "71 criteria, pooled, one noise\(offsets)") {
        DrawnAttack.joint(.histogram1, n: 8, simulation, releases: $0, schools: $1, seed: $2)
      },
      Row(name: "eight section means eps 2\(offsets)") {
        SectionStudy.any(simulation, n: 12, releases: $0, schools: $1, seed: $2)
      },
    ]
  }
}
