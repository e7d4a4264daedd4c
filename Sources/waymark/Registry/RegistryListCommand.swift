import ArgumentParser
import Registries

/// `waymark registry list`
struct RegistryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the registry holds.")

  @Flag(help: "List the publishers instead.")
  var publishers = false

  @OptionGroup var registry: RegistryOptions

  func run() throws {
    let registry = try registry.open()
    if publishers {
      for publisher in try registry.publishers() {
        try Console.print("\(publisher.name)  \(publisher.key.text)\n")
      }
      return
    }
    var next: UInt64 = 0
    while true {
      let page = try registry.list(from: next)
      for item in page {
        let hash = item.entry.hash.hex.prefix(12)
        try Console.print(
          "\(item.entry.index)  \(item.leaf.issued)  \(item.leaf.kind)  \(hash)  \(item.subject ?? "(erased)")\n"
        )
      }
      guard let last = page.last else { break }
      next = last.entry.index + 1
    }
    let log = try registry.log()
    try Console.print("\(log.size) publications at \(log.origin), root \(log.root)\n")
  }
}
