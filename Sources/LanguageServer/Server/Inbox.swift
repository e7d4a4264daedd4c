import Dispatch
import Sealing
import Synchronization

/// What has come in and waits for its turn; requests that the client took back are known before their turn comes.
final class Inbox: Sendable {
  enum Item: Sendable {
    /// - Parameter isCancelled: whether the client does not want the answer any more.
    case message(IncomingMessage, isCancelled: Bool)
    /// Something that is no message, and why.
    case refused(String)
    case end
  }

  private struct State {
    var items: [Item] = []
    var first = 0
    /// Requests that wait, and those of them that were taken back.
    var waiting: Set<JSONValue> = []
    var cancelled: Set<JSONValue> = []
  }

  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  /// Whoever sends faster than the server answers waits at the pipe.
  private let room = DispatchSemaphore(value: 0)
  private static let most = 4_096

  init() { for _ in 0..<Self.most { room.signal() } }

  func put(_ event: MessageFraming.Event) {
    switch event {
    case .refused(let why): add(.refused(why))
    case .message(let bytes):
      let message = IncomingMessage(bytes)
      if case .notification("$/cancelRequest", let parameters) = message {
        let id = parameters["id"] ?? .null
        state.withLock { if $0.waiting.contains(id) { $0.cancelled.insert(id) } }
      } else {
        add(.message(message, isCancelled: false))
      }
    }
  }

  func close() { add(.end) }

  private func add(_ item: Item) {
    room.wait()
    state.withLock { state in
      state.items.append(item)
      if case .message(.request(let id, _, _), _) = item { state.waiting.insert(id) }
    }
    arrived.signal()
  }

  /// The next item, as soon as there is one.
  func take() -> Item {
    arrived.wait()
    defer { room.signal() }
    return state.withLock { state in
      let item = state.items[state.first]
      state.first += 1
      if state.first == state.items.count {
        state.items.removeAll(keepingCapacity: true)
        state.first = 0
      }
      guard case .message(.request(let id, let method, let parameters), _) = item else { return item }
      state.waiting.remove(id)
      return .message(
        .request(id: id, method: method, parameters: parameters),
        isCancelled: state.cancelled.remove(id) != nil)
    }
  }
}
