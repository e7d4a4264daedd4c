import Foundation
import Sealing

/// One run of a plugin's program, from its handshake to its end.
struct PluginSession {
  let program: PluginProgram
  private(set) var child: Child
  private var conversation: Conversation
  private let calls: CallFolder
  private let pass: @Sendable (PluginMessage) -> Void
  /// Held until the end, and deleted then.
  private var folder: PrivateFolder?
  private var lastID = 0

  /// How long a program has for its handshake, and how long to end when it is asked to.
  private static let handshake = Duration.seconds(20)
  private static let farewell = Duration.seconds(1)

  static func start(
    _ program: PluginProgram, _ sandbox: Sandbox, waymark: String,
    _ pass: @escaping @Sendable (PluginMessage) -> Void
  ) throws(PluginFailure) -> PluginSession {
    let started: PluginLaunch.Started
    do throws(PluginLaunch.Obstacle) {
      started = try PluginLaunch(program: program, sandbox: sandbox).start()
    } catch {
      throw PluginFailure(error.kind, plugin: program.id, error.message, help: error.help)
    }
    var session = PluginSession(program, started, pass)
    try session.shakeHands(waymark)
    return session
  }

  private init(
    _ program: PluginProgram, _ started: PluginLaunch.Started,
    _ pass: @escaping @Sendable (PluginMessage) -> Void
  ) {
    self.program = program
    self.pass = pass
    calls = started.calls
    child = started.child
    folder = started.folder
    conversation = Conversation(
      input: started.input, output: started.output, errors: started.errors,
      lineLimit: program.limits.message << 20, pass: pass)
  }

  /// Whether it may be called. One that spoke out of turn is ended here.
  mutating func isReady() -> Bool {
    guard folder != nil else { return false }
    guard let wrong = conversation.readUnasked() else { return true }
    end(isForced: true)
    pass(.log(.warning, "The plugin “\(program.id)” \(wrong) and was stopped; it starts anew."))
    return false
  }

  mutating func call(
    _ method: String, _ params: PluginParams, _ files: [CallFile], _ deadline: Duration?,
    _ cancellation: PluginCancellation?
  ) throws(PluginFailure) -> PluginAnswer {
    guard isReady() else { throw fail(.died, "is not running any more") }
    let request: [UInt8]
    lastID += 1
    do throws(PluginRequest.Unsendable) {
      request = try PluginRequest.call(
        id: lastID, method, params, files: files, folder: "\(calls.inside)/in")
    } catch {
      throw PluginFailure(.cannotStart, plugin: program.id, error.what)
    }
    do throws(CallFolder.Refusal) { try calls.put(files) } catch { throw fail(.file, error.what) }
    let most = Duration.seconds(program.limits.time)
    let time = min(deadline ?? most, most)
    let outcome = conversation.exchange(request, id: lastID, within: time, cancellation: cancellation)
    let result = try result(of: outcome, method, time)
    let answer: PluginAnswer
    do throws(CallFolder.Refusal) {
      let names = try Self.names(in: result)
      answer = PluginAnswer(result: result, files: try calls.take(names, limit: program.limits.folder << 20))
    } catch {
      throw fail(.file, error.what)
    }
    tidy()
    return answer
  }

  /// Ends the program: politely, or at once. Its folders go with it.
  mutating func end(isForced: Bool) {
    guard folder != nil else { return }
    if !isForced {
      lastID += 1
      if let request = try? PluginRequest.call(id: lastID, "shutdown", nil) {
        let outcome = conversation.exchange(request, id: lastID, within: Self.farewell)
        if case .result = outcome {
          conversation.hangUp(within: Self.farewell)
          _ = child.wait(.milliseconds(200))
        }
      }
    }
    child.kill()
    folder = nil
  }

  private mutating func shakeHands(_ waymark: String) throws(PluginFailure) {
    lastID += 1
    let request: [UInt8]
    do throws(PluginRequest.Unsendable) {
      request = try PluginRequest.call(
        id: lastID, PluginHandshake.method,
        PluginHandshake.params(
          program, waymark: waymark, folders: (in: "\(calls.inside)/in", out: "\(calls.inside)/out")))
    } catch {
      throw fail(.cannotStart, error.what)
    }
    switch conversation.exchange(request, id: lastID, within: Self.handshake) {
    case .error(let error): throw fail(.lied, "refused to begin: \(error.message)")
    case let outcome:
      let answer = try result(of: outcome, PluginHandshake.method, Self.handshake)
      if let lie = PluginHandshake.lie(in: answer, program) { throw fail(.lied, lie) }
    }
  }

  /// The result, or why there is none; then the program is ended, unless it said so itself.
  private mutating func result(
    of outcome: Conversation.Outcome, _ method: String, _ time: Duration
  ) throws(PluginFailure) -> JSONValue {
    switch outcome {
    case .result(let result): return result
    case .error(let error):
      tidy()
      throw PluginFailure(
        .answered(error), plugin: program.id,
        "The plugin “\(program.id)” could not do \(method): \(error.message)",
        standardError: conversation.log.last)
    case .cancelled(let isHeeded):
      if isHeeded { tidy() } else { end(isForced: true) }
      throw PluginFailure(
        .cancelled, plugin: program.id, "The plugin “\(program.id)” was told to stop \(method).")
    case .deadline:
      throw fail(.deadline, "did not do \(method) within \(Self.words(for: time)) and was stopped")
    case .flood(let what): throw fail(.flood, "\(what) and was stopped")
    case .garbled(let what): throw fail(.garbled, what)
    case .closed(let isMidLine):
      throw death(isMidLine ? " in the middle of an answer" : " before it answered \(method)")
    }
  }

  /// Says how the program ended by itself.
  private mutating func death(_ when: String) -> PluginFailure {
    // The end of its output comes a moment before its own.
    let status = child.wait(.milliseconds(500))
    if child.group?.ranOutOfMemory ?? false {
      return fail(
        .memory, "used more than its \(program.limits.memory) MiB of memory and was stopped\(when)")
    }
    guard let status else { return fail(.died, "closed its output\(when)") }
    return fail(.died, "\(Child.words(for: status))\(when)")
  }

  /// Ends the program, and says why.
  private mutating func fail(_ kind: PluginFailure.Kind, _ what: String) -> PluginFailure {
    let last = conversation.log.last
    end(isForced: true)
    let stop = what.hasSuffix(".") ? "" : "."
    return PluginFailure(
      kind, plugin: program.id, "The plugin “\(program.id)” \(what)\(stop)", standardError: last)
  }

  /// Leaves nothing of a call in the private folder, or ends the program, whose folder goes with it.
  private mutating func tidy() {
    guard !calls.empty() else { return }
    end(isForced: true)
    pass(
      .log(
        .info, "The plugin “\(program.id)” kept files of its last call, so that it starts anew for the next.")
    )
  }

  /// The names of the files in a result.
  private static func names(in result: JSONValue) throws(CallFolder.Refusal) -> [String] {
    guard let files = result["files"] else { return [] }
    guard let list = files.asArray, list.count <= 1_000 else {
      throw CallFolder.Refusal(what: "answered with files that are not a list of at most 1000")
    }
    var names: [String] = []
    for file in list {
      guard let name = file["name"]?.asString else {
        throw CallFolder.Refusal(what: "answered with a file that has no name")
      }
      names.append(name)
    }
    return names
  }

  private static func words(for time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    return seconds == 1 ? "1 second" : "\(JSONValue.double(seconds).prettyText()) seconds"
  }
}
