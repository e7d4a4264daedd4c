import Foundation

/// The pipes of a program: its standard input, output and error.
struct ProgramPipes {
  private let input: (reading: Descriptor, writing: Descriptor)
  private let output: (reading: Descriptor, writing: Descriptor)
  private let errors: (reading: Descriptor, writing: Descriptor)

  init?() {
    guard let input = Descriptor.pipe(), let output = Descriptor.pipe(), let errors = Descriptor.pipe() else {
      return nil
    }
    (self.input, self.output, self.errors) = (input, output, errors)
  }

  /// The program's ends, in the order of its descriptors.
  var handedOver: [Descriptor] { [input.reading, output.writing, errors.writing] }

  var kept: Kept { Kept(input: input.writing, output: output.reading, errors: errors.reading) }

  /// The ends that Waymark keeps.
  struct Kept {
    let input: Descriptor
    let output: Descriptor
    let errors: Descriptor

    func send(_ text: String, to end: Descriptor) {
      let bytes = Array(text.utf8)
      // Where nobody reads any more, the other pipes show it.
      _ = BrokenPipe.ignored { write(end.number, bytes, bytes.count) }
    }

    /// Whether a first line comes, which has to be empty.
    func isReady(within time: Duration) -> Bool {
      var byte: UInt8 = 0
      return isReadable(output, within: time) && read(output.number, &byte, 1) == 1 && byte == 0x0a
    }

    /// Whether anything stands on standard error.
    var hasPrinted: Bool { isReadable(errors, within: .milliseconds(100)) }

    /// What was written on standard error so far.
    func printed() -> String {
      guard hasPrinted else { return "" }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = read(errors.number, &buffer, buffer.count)
      return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    private func isReadable(_ end: Descriptor, within time: Duration) -> Bool {
      let limit = ContinuousClock.now + time
      repeat {
        var watched = pollfd(fd: end.number, events: Int16(POLLIN), revents: 0)
        let found = poll(&watched, 1, 100)
        if found > 0 { return true }
        if found < 0, errno != EINTR { return false }
      } while ContinuousClock.now < limit
      return false
    }
  }
}
