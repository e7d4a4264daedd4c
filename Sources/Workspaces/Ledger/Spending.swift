import Diagnostics
import GRDB

extension Workspace {
  /// A change that may publish: refused without the ledger, and followed by its mark.
  func spending<Value>(_ body: (inout Recorder) throws -> Value) throws(Failure) -> Value {
    let value = try change { recorder in
      switch try LedgerStanding(LedgerMark.read(beside: path), recorder.db) {
      case .same, .markBehind: break
      case .missingAndEmpty: throw LedgerFailures.missingAndEmpty(path)
      case .missing: throw LedgerFailures.missing(path)
      case .ledgerBehind: throw LedgerFailures.behind(path)
      }
      return try body(&recorder)
    }.0
    try bringMarkUpToDate()
    return value
  }

  /// At each opening: a mark that lags behind is brought up to date, and a file from before there were ledgers gets its
  /// first one. Where it cannot be written, the next release says so.
  ///
  /// - Parameter format: that the file had.
  func healMark(from format: Int) throws(Failure) {
    let found: LedgerMark?
    do throws(Failure) { found = try LedgerMark.read(beside: path) } catch { return }
    guard let mark = found else {
      if format < 3 { try? writeMark() }
      return
    }
    if try read({ try LedgerStanding(mark, $0) }) == .markBehind { try? writeMark() }
  }

  /// Writes where the ledger ends now.
  func writeMark() throws(Failure) {
    try read { LedgerMark(try LedgerChain($0)) }.write(beside: path)
  }

  /// Writes the mark where it lags behind the ledger. One that is missing stays missing: only a recovery writes it.
  func bringMarkUpToDate() throws(Failure) {
    let mark = try LedgerMark.read(beside: path)
    switch try read({ try LedgerStanding(mark, $0) }) {
    case .markBehind: try writeMark()
    case .same, .ledgerBehind, .missing, .missingAndEmpty: break
    }
  }
}
