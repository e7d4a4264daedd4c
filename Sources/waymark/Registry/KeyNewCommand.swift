import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Sealing

/// `waymark key new NAME -o FILE`
struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a signing key and its public half.",
    discussion:
      "Writes FILE, which only you may read, and FILE.pub, which a registry is given. Keep a copy of FILE in a safe place."
  )

  @Argument(help: ArgumentHelp("The publisher's name: the partnership's slug.", valueName: "name"))
  var name: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The secret key's file; without it NAME.key.", valueName: "file"))
  var output: String?

  func run() throws {
    let path = output ?? "\(name).key"
    for file in [path, path + ".pub"] where FileManager.default.fileExists(atPath: file) {
      throw Failure(
        .cannotWrite, "\(file) exists already.",
        help:
          "A key is never replaced: what it signed could no longer be continued. Choose another file with -o."
      )
    }
    let key: SigningKey
    do {
      key = try SigningKey(name: name)
    } catch {
      throw Failure(.usage, "“\(name)” cannot name a key: \(error).")
    }
    try FileWriting.write((key.secretText + "\n").utf8, to: path, mode: 0o600)
    try FileWriting.write((key.verifyingKey.text + "\n").utf8, to: path + ".pub")
    try Console.print(
      "Wrote \(path) (secret: keep it safe) and \(path).pub (for the registry).\n\(key.verifyingKey.text)\n")
  }
}
