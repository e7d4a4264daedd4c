import Extensions
import Foundation
import Testing

/// A plugin that does its work beside one that does not: it has to go on as before.
struct Neighbour {
  let trials: Trials
  let program: PluginProgram

  init(_ trials: Trials) throws {
    self.trials = trials
    program = try trials.plugin("good")
  }

  /// Calls it a while, does what is to be tried, and calls it again: it answers, and no slower than a busy
  /// machine makes it.
  @discardableResult
  func isUnmoved<Result>(_ trial: () throws -> Result, location: SourceLocation = #_sourceLocation) throws
    -> Result
  {
    let before = try median()
    let result = try trial()
    let after = try median()
    #expect(
      after < before * 5 + .milliseconds(5), "\(before) before, \(after) after", sourceLocation: location)
    return result
  }

  /// The median time of 41 calls; the first, which may start the process, is not counted.
  func median(of count: Int = 41) throws -> Duration {
    try call()
    var times: [Duration] = []
    for _ in 0..<count { times.append(try ContinuousClock().measure { try call() }) }
    return times.sorted()[count / 2]
  }

  private func call() throws {
    let answer = try trials.host.call(program, "check", params: .value(["check": "house-style"]))
    #expect(answer.result == ["mistakes": []])
  }
}
