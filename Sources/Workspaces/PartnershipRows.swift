import GRDB
import Sealing

extension Partnership {
  static func read(_ db: Database) throws -> Partnership {
    guard let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM partnership")) else {
      throw Damage(what: "it says nothing of its partnership")
    }
    return Partnership(
      workspace: try row.text("workspace"), slug: try row.text("slug"), name: try row.text("name"),
      region: try row.text("region"))
  }

  static func insert(_ new: NewPartnership, into db: Database) throws -> Partnership {
    let partnership = Partnership(
      workspace: Hex.encode(SystemRandomness.randomBytes(16)), slug: new.slug, name: new.name.trimmed,
      region: new.region)
    try db.cachedStatement(
      sql: "INSERT INTO partnership (one, workspace, slug, name, region) VALUES (1, ?, ?, ?, ?)"
    ).execute(arguments: [partnership.workspace, partnership.slug, partnership.name, partnership.region])
    return partnership
  }

  var json: JSONValue {
    [
      "workspace": .string(workspace), "slug": .string(slug), "name": .string(name),
      "region": .string(region),
    ]
  }
}
