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
        + "90 % at least about 92 in 100 should be. \(effort.schools) schools a row.",
      columns: [.init("any x1", .percent), .init("any x3", .percent), .init("rightly x3", .percent)]
        + ["8", "12", "16", "24"].map { .init("error \($0)", .error) }
        + ["8", "12", "16", "24"].map { .init("public \($0)", .share) })
    let jobs: [(String, Int)] = [
      ("five criteria, sums eps 2", 1), ("five criteria, sums eps 2", 3), ("71 criteria, sums eps 2", 1),
      ("71 criteria, sums eps 2", 3), ("71 criteria, pooled, two noises", 1),
      ("71 criteria, pooled, two noises", 3), ("71 criteria, pooled, one noise", 1),
      ("71 criteria, pooled, one noise", 3), ("eight section means eps 2", 1),
      ("eight section means eps 2", 3),
    ]
    let parts = await Work.each(jobs.flatMap { job in (0..<4).map { (job.0, job.1, $0) } }) {
      name, times, part in
      any(name, times: times, schools: effort.schools / 4, seed: part)
    }
    for (index, job) in jobs.enumerated() {
      let outcome = parts[(index * 4)..<(index * 4 + 4)].reduce(JointOutcome(), +)
      table.set(job.0, ["any x\(job.1)": 100 * outcome.any])
      if job.1 == 3, let right = outcome.right { table.set(job.0, ["rightly x3": 100 * right]) }
    }
    let drawn = await Work.each(Array(0..<6)) { draw in drawnOffsets(draw, schools: effort.schools / 4) }
    for (draw, any) in drawn.enumerated() {
      table.set("71 criteria, sums eps 2, other offsets, draw \(draw + 1)", ["any x1": 100 * any])
    }
    let sizes = [8, 12, 16, 24]
    let utilities = await Work.each(sizes) { SectionStudy.utility(n: $0, regions: effort.regions / 6) }
    for (n, utility) in zip(sizes, utilities) {
      table.set(
        "eight section means eps 2",
        ["error \(n)": utility.partnership.root, "public \(n)": utility.inPublic.mean].compactMapValues { $0 }
      )
    }
    return table
  }

  /// The same with offsets as luck has them.
  private static func drawnOffsets(_ draw: Int, schools: Int) -> Double {
    var stream = StudyStream(draw, 81)
    let other = Simulation(points: 6, offsets: (0..<71).map { _ in 0.45 * stream.normal() })
    return DrawnAttack.joint(.sum2, n: 8, other, schools: schools, seed: 4).any
  }

  private static func any(_ name: String, times: Int, schools: Int, seed: Int) -> JointOutcome {
    switch name {
    case "five criteria, sums eps 2":
      DrawnAttack.joint(.sum2, n: 8, .four, releases: times, schools: 4 * schools, seed: seed)
    case "71 criteria, sums eps 2":
      DrawnAttack.joint(.sum2, n: 8, .six, releases: times, schools: schools, seed: seed)
    case "71 criteria, pooled, two noises":
      DrawnAttack.joint(.histogram1, n: 8, .six, releases: times, draws: 2, schools: schools, seed: seed)
    case "71 criteria, pooled, one noise":
      DrawnAttack.joint(.histogram1, n: 8, .six, releases: times, schools: schools, seed: seed)
    default: SectionStudy.any(n: 12, releases: times, schools: schools, seed: seed)
    }
  }
}
