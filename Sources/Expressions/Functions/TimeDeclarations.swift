extension StandardFunctions {
  /// A time zone is a name such as `Europe/London` or an offset such as `+01:00`; without one it is UTC.
  static let timeFunctions: [FunctionDeclaration] = [
    ofTimestamps("getDate", "The day of the month, from 1.", .getDate),
    ofTimestamps("getDayOfMonth", "The day of the month, from 0.", .getDayOfMonth),
    ofTimestamps("getDayOfWeek", "The day of the week, from 0, which is Sunday.", .getDayOfWeek),
    ofTimestamps("getDayOfYear", "The day of the year, from 0.", .getDayOfYear),
    ofTimestamps("getFullYear", "The year.", .getFullYear),
    ofTimestamps("getMonth", "The month, from 0, which is January.", .getMonth),
    ofBoth("getHours", "The hour of the day; of a duration, all its whole hours.", .getHours),
    ofBoth("getMinutes", "The minute of the hour; of a duration, all its whole minutes.", .getMinutes),
    ofBoth("getSeconds", "The second of the minute; of a duration, all its whole seconds.", .getSeconds),
    ofBoth(
      "getMilliseconds", "The milliseconds after the second; of a duration too.", .getMilliseconds),
  ]

  private static let timestamp = [
    Overload([.timestamp], .int, isReceiver: true),
    Overload([.timestamp, .string], .int, isReceiver: true),
  ]

  private static func ofTimestamps(
    _ name: String, _ summary: String, _ routine: Routine
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name, summary: summary, isExtension: false, overloads: timestamp, routine: routine)
  }

  private static func ofBoth(_ name: String, _ summary: String, _ routine: Routine) -> FunctionDeclaration {
    FunctionDeclaration(
      name: name, summary: summary, isExtension: false,
      overloads: timestamp + [Overload([.duration], .int, isReceiver: true)], routine: routine)
  }
}
