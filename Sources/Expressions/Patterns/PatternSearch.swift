/// Walks through a text once, holding every place of the program that the text so far can lead to.
struct PatternSearch {
  private let program: PatternProgram
  private var current: [Int] = []
  private var upcoming: [Int] = []
  private var pending: [Int] = []
  /// The step at which a place of the program was last reached.
  private var reached: [Int]

  init(_ program: PatternProgram) {
    self.program = program
    reached = Array(repeating: -1, count: program.instructions.count)
    current.reserveCapacity(program.instructions.count)
    upcoming.reserveCapacity(program.instructions.count)
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt32?
    var at = 0
    var step = 0
    var (scalar, width) = Self.scalar(bytes, at)
    while true {
      if !program.isAnchored || step == 0 {
        if reach(0, step, before, scalar) { return true }
      } else if upcoming.isEmpty {
        return false
      }
      guard let here = scalar else { return false }
      swap(&current, &upcoming)
      upcoming.removeAll(keepingCapacity: true)
      at += width
      (scalar, width) = Self.scalar(bytes, at)
      step += 1
      for place in current where takes(program.instructions[place], here) {
        if reach(place + 1, step, here, scalar) { return true }
      }
      before = here
    }
  }

  @inline(__always)
  private func takes(_ instruction: PatternProgram.Instruction, _ scalar: UInt32) -> Bool {
    switch instruction {
    case .scalar(let wanted): wanted == scalar
    case .set(let set): program.sets[set].contains(scalar)
    default: false
    }
  }

  /// Adds a place and all that can be reached from it without reading on. Whether the end is among them.
  private mutating func reach(_ start: Int, _ step: Int, _ before: UInt32?, _ behind: UInt32?) -> Bool {
    pending.append(start)
    while let place = pending.popLast() {
      guard reached[place] != step else { continue }
      reached[place] = step
      switch program.instructions[place] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion):
        if assertion.holds(between: before, and: behind) { pending.append(place + 1) }
      case .match: return true
      case .scalar, .set: upcoming.append(place)
      }
    }
    return false
  }

  /// The scalar at an offset and how many bytes it has; `nil` at the end.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32?, Int) {
    guard at < bytes.count else { return (nil, 0) }
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (lead, 1) }
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + count <= bytes.count else { return (0xFFFD, bytes.count - at) }
    var scalar = lead & (0x7F >> UInt32(count))
    for offset in 1..<count { scalar = scalar << 6 | UInt32(bytes[at + offset]) & 0x3F }
    return (scalar, count)
  }
}
