import Profiles
public enum Explore {
  public static func run() {
    let sizes = [4, 5, 6, 8, 10, 12, 16, 24, 40]
    let fams: [Family] = [
      Suppression.family("1 sup7r5", below: 8, to: 5, secondary: false, fewest: 1),
      Suppression.family("2 sup3r3", below: 3, to: 3, secondary: false, fewest: 5),
      Suppression.family("2 sup3r3 zeros", below: 3, to: 3, secondary: false, fewest: 5, showsZeros: true),
      Suppression.family("2 sup3r3 sec", below: 3, to: 3, secondary: true, fewest: 5),
      Suppression.family("2 sup3r5 sec", below: 3, to: 5, secondary: true, fewest: 5),
      Coarse.bands("3 two bands 20", toPercent: 20), Coarse.bands("3 10", toPercent: 10), Coarse.bands("3 25", toPercent: 25),
      Coarse.thirds("3 thirds"), Coarse.median("4 median"), Coarse.mean("4 mean .5", parts: 2), Coarse.mean("4 mean .25", parts: 4),
      Noise.sum("5 eps2", epsilon: Fraction(2)!), 
    ]
    for f in fams {
      var line = f.name
      var mx = 0.0
      for n in sizes {
        let o = Simulation.four.models.map { f.attack(n: n, model: $0)!.expected(.allButOne)! }
        let m = AttackOutcome.mean(o)
        line += " \((m.pinned * 1000).rounded() / 10)"
        if n == 8 { mx = o.map(\.pinned).max()! 
          for k in [AttackerKnowledge.outsider, .member, .coalition] {
            let m = AttackOutcome.mean(Simulation.four.models.map { f.attack(n: n, model: $0)!.expected(k)! })
            line += " [\(k) \((m.pinned*1000).rounded()/10) side \((m.sidePinned*1000).rounded()/10)]"
          }
          line += " [sideD \((m.sidePinned*1000).rounded()/10) best \(m.rightBefore) \(m.rightAfter)]"
        }
      }
      print(line, "max8", (mx * 1000).rounded() / 10)
    }
  }
}
