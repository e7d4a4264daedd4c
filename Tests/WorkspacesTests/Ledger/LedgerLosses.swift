import Documents
import Foundation

@testable import Workspaces

/// What may happen to the file.
extension LedgerWorld {
  func copy() throws {
    let place = anyPlace
    let bytes = try Data(contentsOf: URL(fileURLWithPath: places[place].workspace.path))
    places[place].copy = (bytes, places[place].schools)
  }

  /// The mark goes, or an old copy takes the workspace's place, or both; then the ledger is recovered.
  func lose() throws {
    let place = anyPlace
    let path = places[place].workspace.path
    let told = try places[place].workspace.ledger().count
    var hasMark = chance(60)
    if let copy = places[place].copy, chance(70) {
      try copy.bytes.write(to: URL(fileURLWithPath: path))
      places[place].workspace = try Workspace.open(path, by: "Lead (made up)", clock: clock.clock)
      places[place].isLost = try places[place].workspace.ledger().count < told
      try goBack(place, to: copy.schools)
    } else {
      hasMark = false
    }
    if !hasMark {
      try FileManager.default.removeItem(atPath: "\(path).ledger")
      places[place].isLost = true
    }
    guard places[place].isLost else { return }
    try publish(place)
    if told == 0, chance(50) {
      try places[place].workspace.recoverEmptyLedger()
    } else {
      _ = try places[place].workspace.recoverLedger(from: places[place].published, isAll: true)
    }
    places[place].isLost = false
  }

  private func publish(_ place: Int) throws {
    try attempt { try preview(place) }
    try attempt { try contribute(place) }
  }

  /// Who left since the copy was made leaves again; who joined since stays out.
  private func goBack(_ place: Int, to schools: [String: School]) throws {
    let current = places[place].schools
    places[place].schools = schools.filter { current[$0.key] === $0.value }
    for id in schools.keys.sorted() where places[place].schools[id] == nil {
      _ = try places[place].workspace.removeMember(id, on: today)
    }
    // What the copy holds of reviews, and no more.
    var judged: [Period: [String: Day]] = [:]
    for review in try places[place].workspace.reviews() {
      guard let day = review.date else { continue }
      let before = judged[review.period]?[review.subject]
      if before.map({ $0 <= day }) ?? true { judged[review.period, default: [:]][review.subject] = day }
    }
    places[place].judged = judged
  }
}
