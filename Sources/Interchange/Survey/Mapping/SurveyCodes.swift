import Diagnostics

/// Mistakes in a survey's mapping and in its answers.
public enum SurveyCodes {
  static let subjectUnsaid = DiagnosticCode(
    "survey-subject", "The mapping does not say who is reviewed, or says it twice.",
    advice: "Under `subject`, write either `id` or `column`.")
  static let scaleOrder = DiagnosticCode(
    "survey-median-nominal", "A middle answer is wanted of points that have no order.",
    advice: "Write `responses: mode`, or make each response a review of its own.")
  static let unjudged = DiagnosticCode(
    "survey-unjudged", "A column gives points to a criterion that this kind of review does not judge.",
    advice: "Choose a criterion of the judged level, or another `box`.")
  static let unknownCriterion = DiagnosticCode(
    "survey-criterion", "A column is said to be about a criterion that the framework does not have.",
    advice: "Copy the path from `waymark framework show`.")
  static let unknownPoint = DiagnosticCode(
    "survey-point", "An answer is said to stand for something that is no point of the scale.",
    advice: "Use a point's id or number, `not-applicable` or `not-reviewed`.")
  static let columnTwice = DiagnosticCode(
    "survey-column-twice", "A column is given two meanings.", advice: "Keep one of the two.")
  static let criterionTwice = DiagnosticCode(
    "survey-criterion-twice", "Two columns give the point of one criterion.",
    advice: "Keep the one that counts, and list the other under `ignore`.")
  static let noColumn = DiagnosticCode(
    "survey-no-column", "The mapping names a column that the survey's file does not have.",
    advice: "Copy the header from the first row of the file.")
  static let undecided = DiagnosticCode(
    "survey-undecided", "A column of the survey's file has no meaning in the mapping.",
    advice: "Say under `columns` what it is about, or list it under `ignore`.")
  static let noResponses = DiagnosticCode(
    "survey-no-responses", "The survey's file has no answers.",
    advice: "The first row names the columns; each row below it is one response.")
  static let unknownAnswer = DiagnosticCode(
    "survey-answer", "An answer stands for no point of the scale.",
    advice: "Say under `answers` what it stands for.")
  static let disagreeing = DiagnosticCode(
    "survey-answer-parts", "An answer names a number and a label that are not of the same point.",
    advice: "Say under `answers` what it stands for.")
  static let unknownStatement = DiagnosticCode(
    "survey-statement", "What was ticked is none of the criterion's statements.",
    advice: "Say under the column's `answers` which statement it stands for, by its id.")
  static let unknownSubject = DiagnosticCode(
    "survey-unknown-subject", "A response names a subject that is neither an id nor in the mapping.",
    advice: "Say under `subject`, `ids`, which id it has.")
  static let noSubject = DiagnosticCode(
    "survey-no-subject", "A response does not say whom it is about.",
    advice: "Fill the cell, or take the row out.")
  static let notADay = DiagnosticCode(
    "survey-date", "A response's day cannot be read.",
    advice: "Check `order` under `date`: `day-first` or `month-first`.")

  public static let all = [
    subjectUnsaid, scaleOrder, unjudged, unknownCriterion, unknownPoint, columnTwice, criterionTwice,
    noColumn, undecided, noResponses, unknownAnswer, disagreeing, unknownStatement, unknownSubject,
    noSubject, notADay,
  ]
}
