import Foundation
import Generated

// Writes the made-up framework to the file that the only argument names.
guard CommandLine.arguments.count == 2 else {
  print("usage: WriteFramework FILE")
  exit(64)
}
try GeneratedFramework.text.write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
