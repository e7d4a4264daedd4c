import Foundation
import Sealing

/// Speaks with a started program over its pipes: one thread, no waiting but in `poll(2)`, which watches the
/// answer, the standard error, the way to the program and a cancellation together, so that none can hold up
/// the others.
struct Conversation {
  /// How a call ended.
  enum Outcome: Equatable {
    case result(JSONValue)
    case error(PluginError)
    /// It took too long, and did not stop when it was asked to.
    case deadline
    /// It was cancelled; `isHeeded` where the program answered that it stopped.
    case cancelled(isHeeded: Bool)
    /// The program closed its output; `isMidLine` where it did so in the middle of a line.
    case closed(isMidLine: Bool)
    case flood(String)
    case garbled(String)
  }

  /// How long a program has to answer after it was asked to stop.
  static let grace = Duration.milliseconds(500)
  /// How much a call may write beside its answer, in bytes, and how many messages are passed on.
  static let mostBeside = 8 << 20
  static let mostMessages = 1_000

  private var input: Descriptor?
  private let output: Descriptor
  private let errors: Descriptor
  private var isErrorOpen = true
  private var reader: LineReader
  private(set) var log = ErrorLog()
  private let lineLimit: Int
  private let pass: @Sendable (PluginMessage) -> Void

  init(
    input: Descriptor, output: Descriptor, errors: Descriptor, lineLimit: Int,
    pass: @escaping @Sendable (PluginMessage) -> Void
  ) {
    for end in [input, output, errors] { end.setNonblocking() }
    input.enlarge()
    output.enlarge()
    (self.input, self.output, self.errors) = (input, output, errors)
    reader = LineReader(limit: lineLimit)
    self.lineLimit = lineLimit
    self.pass = pass
  }

  /// Sends a request and waits for its answer.
  mutating func exchange(
    _ request: [UInt8], id: Int, within time: Duration, cancellation: PluginCancellation? = nil
  ) -> Outcome {
    log.begin()
    var turn = Turn(request, end: ContinuousClock.now + time)
    while true {
      if let outcome = readLines(id, &turn) { return finish(outcome) }
      guard let wait = turn.wait(id) else {
        return finish(turn.stopped == .cancelled ? .cancelled(isHeeded: false) : .deadline)
      }
      var watched = [
        pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isErrorOpen ? errors.number : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: turn.isSent ? -1 : input?.number ?? -1, events: Int16(POLLOUT), revents: 0),
        pollfd(
          fd: turn.stopped == nil ? cancellation?.descriptor ?? -1 : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, nfds_t(watched.count), wait) >= 0 || errno == EINTR else {
        return finish(.closed(isMidLine: false))
      }
      if watched[1].revents != 0 { isErrorOpen = log.read(errors.number, pass) }
      if watched[3].revents != 0 { turn.stop(.cancelled, id) }
      if watched[2].revents != 0, let input { turn.send(to: input) }
      guard watched[0].revents != 0 else { continue }
      switch reader.read(output.number) {
      case .open: break
      case .closed: return finish(readLines(id, &turn) ?? .closed(isMidLine: reader.isMidLine))
      case .flood:
        return finish(readLines(id, &turn) ?? .flood("wrote a line of more than \(lineLimit >> 20) MiB"))
      }
    }
  }

  /// What the program says though nobody asked: the end of a sentence that begins with its name, if that
  /// breaks the protocol. Messages are passed on.
  mutating func readUnasked() -> String? {
    while true {
      while let line = reader.line() {
        guard let reply = try? PluginReply(line: line, limit: lineLimit) else {
          return "wrote something unasked"
        }
        switch reply {
        case .message(let message, id: _): pass(message)
        case .unknown: break
        case .result(id: let id, _), .error(id: let id, _): return "answered call \(id) once more"
        }
      }
      var watched = pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 0) > 0 else { return reader.isMidLine ? "wrote something unasked" : nil }
      switch reader.read(output.number) {
      case .open: break
      case .closed: return "ended between two calls"
      case .flood: return "wrote something unasked"
      }
    }
  }

  /// Closes the way to the program, which ends it if it heeds that, and waits until it has closed its own
  /// ends.
  mutating func hangUp(within time: Duration) {
    input = nil
    let end = ContinuousClock.now + time
    var isOutputOpen = true
    var scratch = [UInt8](repeating: 0, count: 1 << 14)
    while isOutputOpen || isErrorOpen {
      let left = Self.milliseconds(end - .now)
      guard left > 0 else { return }
      var watched = [
        pollfd(fd: isOutputOpen ? output.number : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isErrorOpen ? errors.number : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&watched, nfds_t(watched.count), left) >= 0 || errno == EINTR else { return }
      if watched[1].revents != 0 { isErrorOpen = log.read(errors.number, pass) }
      if watched[0].revents != 0 { isOutputOpen = read(output.number, &scratch, scratch.count) > 0 }
    }
  }

  /// Answers the call with one of the lines that were read, if one does.
  private mutating func readLines(_ id: Int, _ turn: inout Turn) -> Outcome? {
    while let line = reader.line() {
      let reply: PluginReply
      do throws(PluginReply.Garbled) { reply = try PluginReply(line: line, limit: lineLimit) } catch {
        return .garbled(error.what)
      }
      switch reply {
      case .result(id: id, let result):
        switch turn.stopped {
        case nil: return .result(result)
        case .deadline: return .deadline
        case .cancelled: return .cancelled(isHeeded: true)
        }
      case .error(id: id, let error):
        switch turn.stopped {
        case .deadline: return .deadline
        case .cancelled: return .cancelled(isHeeded: true)
        case nil: return .error(error)
        }
      case .result(id: let other, _), .error(id: let other, _):
        return .garbled("answered call \(other) when it was asked call \(id)")
      case .message(let message, id: let of):
        if of == nil || of == id, turn.mayPass(line.count) { pass(message) }
      case .unknown: _ = turn.mayPass(line.count)
      }
      if turn.beside > Self.mostBeside {
        return .flood("sent more than \(Self.mostBeside >> 20) MiB of progress and log messages in one call")
      }
    }
    return nil
  }

  /// Takes what the program wrote on its standard error before it answered.
  private mutating func finish(_ outcome: Outcome) -> Outcome {
    var watched = pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)
    for _ in 0..<16 where isErrorOpen && poll(&watched, 1, 0) > 0 {
      isErrorOpen = log.read(errors.number, pass)
    }
    log.finishLine(pass)
    return outcome
  }

  fileprivate static func milliseconds(_ duration: Duration) -> Int32 {
    guard duration > .zero else { return 0 }
    let (seconds, attoseconds) = duration.components
    // Upwards, so that the end is past when the wait is over.
    return Int32(clamping: min(seconds, 1_000_000) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
  }
}

/// One call under way.
private struct Turn {
  enum Stop { case deadline, cancelled }

  private var outgoing: [UInt8]
  private var sent = 0
  private var end: ContinuousClock.Instant
  /// Why the program was asked to stop.
  private(set) var stopped: Stop?
  /// Bytes of messages beside the answer.
  private(set) var beside = 0
  private var messages = 0

  init(_ request: [UInt8], end: ContinuousClock.Instant) { (outgoing, self.end) = (request, end) }

  var isSent: Bool { sent == outgoing.count }

  /// Milliseconds until something has to happen; past the deadline the program is asked to stop, and `nil`
  /// means that it had its time for that too.
  mutating func wait(_ id: Int) -> Int32? {
    var left = Conversation.milliseconds(end - .now)
    if left == 0 {
      guard stopped == nil else { return nil }
      stop(.deadline, id)
      left = Conversation.milliseconds(end - .now)
    }
    return left
  }

  mutating func stop(_ why: Stop, _ id: Int) {
    guard stopped == nil else { return }
    stopped = why
    end = .now + Conversation.grace
    outgoing.append(contentsOf: PluginRequest.cancel(id: id))
  }

  mutating func send(to input: Descriptor) {
    let count = outgoing.withUnsafeBytes { bytes in
      BrokenPipe.ignored { write(input.number, bytes.baseAddress.map { $0 + sent }, bytes.count - sent) }
    }
    // A closed pipe shows at the other end of the conversation.
    if count > 0 { sent += count } else if count < 0, errno == EPIPE { sent = outgoing.count }
  }

  /// Counts a message beside the answer.
  mutating func mayPass(_ bytes: Int) -> Bool {
    beside += bytes
    messages += 1
    return messages <= Conversation.mostMessages
  }
}
