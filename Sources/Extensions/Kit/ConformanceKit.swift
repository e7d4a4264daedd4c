import Diagnostics
import Foundation
import Hooks
import Sealing

/// Tries a plugin as any author can: the handshake, every hook with good and bad requests, cancellation, a deadline, large
/// input, its own cases, and its end.
public struct ConformanceKit {
  private let plugin: InstalledPlugin
  private let sandbox: Sandbox
  private let waymark: String
  private let small: KitRequests
  private let large: KitRequests
  private var report = KitReport()

  public init(
    _ plugin: InstalledPlugin, sandbox: Sandbox, waymark: String, writers: KitRequests.Writers
  ) throws(Failure) {
    self.plugin = plugin
    self.sandbox = sandbox
    self.waymark = waymark
    small = try KitRequests(criteria: 12, writers)
    large = try KitRequests(criteria: 1_000, writers)
  }

  /// - Parameter recordsCases: whether the answers of the plugin's own cases are written down instead of compared.
  /// - Throws: `usage` for a pack, which runs nothing.
  public mutating func run(recordsCases: Bool = false) throws -> KitReport {
    guard let program = plugin.program else {
      throw Failure(
        .usage, "“\(plugin.id)” is a pack of data, which runs nothing.",
        help: "Check its data with: waymark plugin check \(plugin.id)")
    }
    let process: PluginProcess
    do throws(PluginFailure) {
      process = try PluginProcess(program, sandbox: sandbox, waymark: waymark)
    } catch {
      report.add("handshake", .failed(Self.words(error)))
      return report
    }
    report.add("handshake", .passed(nil))
    tryUnknownMethod(process)
    for provided in plugin.manifest.provides { try tryHook(provided, process) }
    try tryDeadline(program)
    for folder in KitCase.folders(in: plugin.folder) { tryCase(folder, process, records: recordsCases) }
    tryEnd(process)
    return report
  }

  private mutating func tryUnknownMethod(_ process: PluginProcess) {
    do throws(PluginFailure) {
      _ = try process.call("no.such.hook", params: .value(.object([])))
      report.add("a hook that it does not declare", .failed("It answered as if there were such a hook."))
    } catch {
      if case .answered(let answered) = error.kind {
        report.add(
          "a hook that it does not declare",
          answered.code == -32601
            ? .passed(nil)
            : .failed("It answered with error \(answered.code); -32601 (unknown method) is wanted."))
      } else {
        report.add("a hook that it does not declare", .failed(Self.words(error)))
      }
    }
  }

  private mutating func tryHook(_ provided: PluginManifest.Provided, _ process: PluginProcess) throws {
    let name = "\(provided.hook.rawValue) \(provided.key)"
    tryBad(name, provided, process)
    guard let params = try small.params(for: provided) else {
      let isTried = KitCase.folders(in: plugin.folder).contains {
        (try? KitCase($0))?.hook == provided.hook.rawValue
      }
      if !isTried {
        report.add(
          "\(name): a good file", .skipped("put one under tests/, with request.json and answer.json"))
      }
      return
    }
    tryGood(name, provided, params, process)
    tryCancel(name, provided, params, process)
    if provided.hook == .aggregate {
      let many = large.aggregate(provided, rows: 200)
      tryLarge(name, provided, .encoded(try many.wireText()), "200,000 judgements", process)
    } else if let many = try large.params(for: provided) {
      tryLarge(
        name, provided, many, provided.hook == .answerExport ? "1,000 figures" : "1,000 criteria", process)
    }
  }

  /// An answer as the hook wants it, the same one twice.
  private mutating func tryGood(
    _ name: String, _ provided: PluginManifest.Provided, _ params: PluginParams, _ process: PluginProcess
  ) {
    do {
      let start = ContinuousClock.now
      let first = try answer(provided, params, process)
      let time = ContinuousClock.now - start
      report.add("\(name): a good request", .passed(nil), in: time)
      let second = try answer(provided, params, process)
      report.add(
        "\(name): the same request again",
        first == second ? .passed(nil) : .failed("The answers differ, so that nobody can check them."))
    } catch {
      report.add("\(name): a good request", .failed(Self.words(error)))
    }
  }

  /// Nonsense must be refused by an error, and the program must go on.
  private mutating func tryBad(
    _ name: String, _ provided: PluginManifest.Provided, _ process: PluginProcess
  ) {
    let requests: [(String, JSONValue)] = [
      ("an empty request", .object([])),
      (
        "values of the wrong kind",
        .object([
          .init("format", 7), .init("framework", "none"), .init("rows", "none"), .init("file", 3),
          .init("reviews", 1), .init("report", 2), .init("answer", []), .init("observations", 5),
        ])
      ),
    ]
    for (what, request) in requests {
      do throws(PluginFailure) {
        _ = try process.call(provided.hook.rawValue, params: .value(request))
        report.add("\(name): \(what)", .failed("It answered as if nothing were wrong."))
      } catch {
        if case .answered = error.kind {
          report.add("\(name): \(what)", .passed(nil))
        } else {
          report.add("\(name): \(what)", .failed(Self.words(error)))
        }
      }
    }
  }

  private mutating func tryCancel(
    _ name: String, _ provided: PluginManifest.Provided, _ params: PluginParams, _ process: PluginProcess
  ) {
    let cancellation = PluginCancellation()
    cancellation.cancel()
    do throws(PluginFailure) {
      _ = try process.call(provided.hook.rawValue, params: params, cancellation: cancellation)
      report.add("\(name): a cancelled request", .passed(nil))
    } catch {
      if error.kind == .cancelled, process.isRunning {
        report.add("\(name): a cancelled request", .passed(nil))
      } else {
        report.add("\(name): a cancelled request", .failed(Self.words(error)))
      }
    }
  }

  private mutating func tryLarge(
    _ name: String, _ provided: PluginManifest.Provided, _ params: PluginParams, _ what: String,
    _ process: PluginProcess
  ) {
    do {
      let start = ContinuousClock.now
      _ = try answer(provided, params, process)
      report.add("\(name): \(what)", .passed(nil), in: ContinuousClock.now - start)
    } catch {
      report.add("\(name): \(what)", .failed(Self.words(error)))
    }
  }

  private mutating func tryCase(_ folder: String, _ process: PluginProcess, records: Bool) {
    let name = folder.split(separator: "/").suffix(2).joined(separator: "/")
    do {
      let trial = try KitCase(folder)
      switch try trial.run({ try process.call($0, params: .value($1), files: $2) }, records: records) {
      case nil: report.add(name, .passed(records ? "recorded" : nil))
      case let difference?: report.add(name, .failed(difference))
      }
    } catch {
      report.add(name, .failed(Self.words(error)))
    }
  }

  /// A call that comes too late costs the process, and the next process answers.
  private mutating func tryDeadline(_ program: PluginProgram) throws {
    for provided in plugin.manifest.provides {
      guard let much = try large.params(for: provided), let little = try small.params(for: provided) else {
        continue
      }
      let name = "\(provided.hook.rawValue) \(provided.key): a deadline that it cannot keep"
      do {
        let late = try PluginProcess(program, sandbox: sandbox, waymark: waymark)
        do throws(PluginFailure) {
          _ = try late.call(provided.hook.rawValue, params: much, deadline: .milliseconds(1))
        } catch {
          if error.kind != .deadline { throw error }
        }
        late.close()
        let next = try PluginProcess(program, sandbox: sandbox, waymark: waymark)
        defer { next.close() }
        _ = try answer(provided, little, next)
        report.add(name, .passed(nil))
      } catch {
        report.add(name, .failed(Self.words(error)))
      }
      return
    }
  }

  /// It must end when it is asked to: otherwise it has to be stopped, and may leave things half done.
  private mutating func tryEnd(_ process: PluginProcess) {
    let start = ContinuousClock.now
    process.close()
    let time = ContinuousClock.now - start
    report.add(
      "shutdown",
      time < .seconds(2) ? .passed(nil) : .failed("It did not end within 2 seconds and was stopped."),
      in: time)
  }

  /// The answer, read as the hook declares it.
  private func answer(
    _ provided: PluginManifest.Provided, _ params: PluginParams, _ process: PluginProcess
  ) throws -> JSONValue {
    let answer = try process.call(provided.hook.rawValue, params: params)
    try AnswerCheck.check(answer, of: provided.hook, from: plugin)
    return answer.result
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case let failure as PluginFailure:
      ([failure.message] + failure.standardError.suffix(3)).joined(separator: "\n         ")
    case let failure as Failure: "\(failure.message) \(failure.help)"
    default: "\(error)"
    }
  }
}
