/// What everyone who sees a sheet must be told (DISCLOSURE section 5 (iv)), in plain words.
public enum SheetNotices {
  public static let all = [
    "Every figure carries random noise, put there on purpose. Where two figures differ by less than their intervals, "
      + "read nothing into it. With 8 schools on a four-point scale the interval is about half a point either way.",
    "One sheet never shows for certain what a school was judged to be. Somebody who already knows every other school's "
      + "judgement guesses right 53 times in 100 instead of 47. If nothing changes for three years, that becomes 62, and "
      + "for an unlucky criterion they may be over 90 % sure in up to 6 cases of 100.",
    "Whether a school is in the upper or the lower half of a scale is less well kept: with 8 schools even an outsider "
      + "can tell for about 1 judgement in 15.",
    "Which schools belong, that they took part and how many were judged is not hidden.",
    "No rule on publishing stops members from telling others what they know of each other.",
    "The promise is made for each judgement. A school's whole pattern over several criteria and years is kept less well.",
  ]
}
