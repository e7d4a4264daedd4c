import TestSupport

@testable import Prio

extension SeededGenerator {
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }

  mutating func element() -> Field128 {
    Field128(reduced: UInt128.random(in: 0..<Field128.modulus, using: &self))
  }

  mutating func elements(_ count: Int) -> [Field128] { (0..<count).map { _ in element() } }

  mutating func measurement(_ prio: Prio3SumVec) -> [Int] {
    (0..<prio.length).map { _ in Int.random(in: 0...prio.maxMeasurement, using: &self) }
  }
}
