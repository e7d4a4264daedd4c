import Diagnostics
import Documents
import Foundation

/// What the person at the terminal sees.
enum Console {
  /// Prints to standard output.
  ///
  /// - Throws: `cannotWrite` where the output is a file on a full disk. A reader that has gone away ends the program.
  static func print(_ text: String) throws(Failure) {
    try write(text, to: STDOUT_FILENO)
  }

  /// Sends bytes to standard output as they are.
  static func send(_ bytes: [UInt8]) throws(Failure) { try write(bytes, to: STDOUT_FILENO) }

  /// Prints to standard error, as far as that is possible.
  static func note(_ text: String) {
    do throws(Failure) { try write(text + "\n", to: STDERR_FILENO) } catch {}
  }

  /// Says why the program stops; the mistakes behind it are printed without their lines where no sources are at hand.
  static func report(_ failure: Failure, sources: SourceMap = SourceMap()) {
    if !failure.diagnostics.items.isEmpty {
      note(TextPrinter.print(failure.diagnostics, sources).trimmingCharacters(in: .newlines))
    }
    note("waymark: \(failure.message)")
    if !failure.help.isEmpty { note("  \(failure.help)") }
  }

  /// Writes a result to the file that `-o` named, else to standard output.
  static func deliver(_ text: String, to path: String?) throws(Failure) {
    if let path, path != "-" {
      try FileWriting.write(text.utf8, to: path)
    } else {
      try print(text)
    }
  }

  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    try write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { exit(ExitStatus.done.rawValue) }
      if count < 0 {
        throw Failure(.cannotWrite, "The output cannot be written: \(String(cString: strerror(errno))).")
      }
      sent += count
    }
  }
}
