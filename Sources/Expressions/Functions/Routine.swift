/// What the evaluator does for a function of the table.
enum Routine: UInt8, Sendable {
  /// An operator that has a place of its own in the program.
  case structural
  case size, contains, startsWith, endsWith, matches
  case toBool, toBytes, toDouble, toDuration, toDyn, toInt, toString, toTimestamp, toType, toUint
  case getDate, getDayOfMonth, getDayOfWeek, getDayOfYear, getFullYear, getMonth
  case getHours, getMinutes, getSeconds, getMilliseconds
  case sum, mean, median, count
}
