import Diagnostics
import Sealing

/// Every publisher numbers its leaves for a registry from 1 on, and each names the one before it. So
/// nobody, not even the registry, can drop or reorder a publisher's leaves unnoticed.
enum SequenceRules {
  /// - Parameter last: the publisher's last entry here.
  static func check(_ opened: OpenedPublication, after last: LogEntry?) throws(Failure) {
    let (number, expected) = (opened.leaf.sequence, (last?.sequence ?? 0) + 1)
    if number == 0 {
      throw refusal("It has the number 0; a publisher's first publication is number 1.", last)
    }
    if let last, number == last.sequence {
      throw refusal("Number \(number) was published before, with other content.", last)
    }
    if number < expected {
      throw refusal(
        "It has the number \(number), which is older than the publisher's last, \(expected - 1).", last)
    }
    if number > expected {
      throw refusal("It has the number \(number), but number \(expected) has not arrived yet.", last)
    }
    if opened.leaf.previous != last?.hash {
      throw refusal(
        "It does not follow the publisher's last publication here, but names another before it.", last)
    }
  }

  private static func refusal(_ reason: String, _ last: LogEntry?) -> Failure {
    let next = (last?.sequence ?? 0) + 1
    let after = last.map { ", after \($0.hash)" } ?? ", with none before it"
    return Failure(
      .refused, "The publication is out of order. \(reason)",
      help: "Publish in the order of signing. The next one from \(opened(last)) is number \(next)\(after).")
  }

  private static func opened(_ last: LogEntry?) -> String {
    last.map { "“\($0.publisher)”" } ?? "this publisher"
  }
}
