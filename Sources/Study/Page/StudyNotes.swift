/// Where figures differ from the design study's, what was found to be the reason. The “separate calculation” was
/// written apart from Waymark, in another language.
enum StudyNotes {
  static let words: [String: String] = [
    "1": """
    Two bands at 10 schools: 1.4 in the design study, because it rounded shares in floating point, where 3 and 7
    of 10 lie a hair below the half; a separate calculation with that slip gives its 1.4 (and 0.50 at 40 schools,
    with all else as here). Ours rounds whole numbers, and is right.
    """,
    "2": """
    On six points, single criteria (K6 D): the design study's figures cannot be means over its 71 criteria. Of
    2,000 draws of 71 offsets none brings the mean to 0.25 above 11.1 %, nor the median above 3.5; it has 12.5 and
    4.4. They are those of a few criteria with the hardest and the easiest among them. Four such criteria of one
    draw give all ten figures at once, and stand here for the 71; over all 71 the means are about a quarter lower.
    Joint D on 71 criteria is of the same draw: see table 6.

    Of three bands all shares are published here. Two of them, from which the third follows but for rounding,
    would catch 6 schools in 100 fewer, further from the design study's 92.
    """,
    "3": """
    Of two bands and of thirds, the design study's reader takes a judgement in the lower or the upper half for the
    population's mean within that half (0.76 and 2.33 points), and all its errors follow. The rows read by middles
    take it for 0.5 and 2.5, the middle of each half: hardly better for one partnership, clearly better for a
    region, because the population's mean is wrong in the same way for every partnership on an easy or a hard
    criterion. The design study's figures are right of its reader, but a reader can do better; the order of the
    families stays.

    The first row's difference is luck in both studies: it rests on pairs of regions in both of which anything is
    shown, about one pair in a thousand.
    """,
    "4": """
    The design study's row for counts under 3 agrees only where a second count is withheld too, which its text
    does not say: without that, errors are less than half as large and more is pinned. It is held against that row
    here.
    """,
    "5": """
    The design study's best guess before is right in 47 of 100 cases, ours in 45, and its later figures are a
    little higher too. Its attacker knew more in this table than all other judgements: where the partnership
    itself stands, which seven judgements tell only roughly. The rows “level known” give the attacker that, and
    come to its figures. Ours are right of the attacker whom the study describes; the design study's err on the
    safe side.
    """,
    "6": """
    Which is right? Both, of different criteria, and the design study's are lower than most would give. Three
    things were found.

    - The attacker here is sound. A separate calculation of the exact attacker, with finer steps, gives our
      figures (typical offsets, 3,200 schools: 71 sums 10.8 and 20.4 %, pooled with one noise 9.7 and 44.6 %), and
      of what is pinned 93 in 100 are pinned rightly, as the beliefs promise. An attacker with the true model who
      is right that often cannot be too strong, only others too weak.
    - The design study drew the offsets of its 71 criteria at random, once, and had some luck. What is pinned are
      mostly top marks of good schools on the easiest criteria, so a few offsets decide. Its ten figures of single
      criteria on six points tell what they were: of 2,000 draws, those whose hardest, easiest and two criteria
      between give these ten have their easiest at 0.8 to 0.9, where 1.1 is typical (one draw in eight stays under
      0.85). The rows without “typical offsets” are of the nearest of them by those ten figures alone, and all come
      near the design study's. In the separate calculation the three nearest draws give 6 % for 71 sums (6), 27 to
      30 % for counts at epsilon 2 (27), 1 % for sums at epsilon 1 (1), and 39 to 41 % for three years of pools
      with one noise (35). That there were four such criteria is our guess, made in sight of this table: with
      three to six the ten figures can be met about as well, and the draws that meet them give 4 to 10 % for 71
      sums.
    - On five criteria, whose offsets are known, its 0 and 10 % are those of an attacker who subtracts the others'
      judgements but does not learn from them where the partnership stands. With 71 figures of the school's own
      that hardly matters.

    So the design study's 6 and 16 % hold of its own framework. Of a typical one with 71 criteria about 11 and 21
    % are to be expected; of 60 draws in the separate calculation the middle half lie between 7 and 16 % in one
    year, one in six at 6 or below, and one in ten, with a very easy criterion, above 22. Section means stay far
    below either, which is why sheets of such frameworks hold nothing else.
    """,
    "8": """
    Pools and sheets as the default policy has them; gates and noise are Waymark's own.
    """,
  ]
}
