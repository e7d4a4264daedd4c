/// The permutation Keccak-p[1600, 12] (FIPS 202 section 3.3, with the last 12 rounds as RFC 9861 section 2 wants
/// them) on 25 lanes, lane (x, y) at x + 5y. The rounds are written out, since this is where the time goes.
enum Keccak {
  static let lanes = 25

  /// `state` has 25 lanes.
  static func permute(_ state: inout [UInt64]) {
    var a0 = state[0], a1 = state[1], a2 = state[2], a3 = state[3], a4 = state[4]
    var b0 = state[5], b1 = state[6], b2 = state[7], b3 = state[8], b4 = state[9]
    var c0 = state[10], c1 = state[11], c2 = state[12], c3 = state[13], c4 = state[14]
    var d0 = state[15], d1 = state[16], d2 = state[17], d3 = state[18], d4 = state[19]
    var e0 = state[20], e1 = state[21], e2 = state[22], e3 = state[23], e4 = state[24]

    for constant in constants {
      // theta
      let column0 = a0 ^ b0 ^ c0 ^ d0 ^ e0
      let column1 = a1 ^ b1 ^ c1 ^ d1 ^ e1
      let column2 = a2 ^ b2 ^ c2 ^ d2 ^ e2
      let column3 = a3 ^ b3 ^ c3 ^ d3 ^ e3
      let column4 = a4 ^ b4 ^ c4 ^ d4 ^ e4
      let parity0 = column4 ^ rotate(column1, 1)
      let parity1 = column0 ^ rotate(column2, 1)
      let parity2 = column1 ^ rotate(column3, 1)
      let parity3 = column2 ^ rotate(column4, 1)
      let parity4 = column3 ^ rotate(column0, 1)

      // rho and pi
      let movedA0 = a0 ^ parity0
      let movedA1 = rotate(b1 ^ parity1, 44)
      let movedA2 = rotate(c2 ^ parity2, 43)
      let movedA3 = rotate(d3 ^ parity3, 21)
      let movedA4 = rotate(e4 ^ parity4, 14)
      let movedB0 = rotate(a3 ^ parity3, 28)
      let movedB1 = rotate(b4 ^ parity4, 20)
      let movedB2 = rotate(c0 ^ parity0, 3)
      let movedB3 = rotate(d1 ^ parity1, 45)
      let movedB4 = rotate(e2 ^ parity2, 61)
      let movedC0 = rotate(a1 ^ parity1, 1)
      let movedC1 = rotate(b2 ^ parity2, 6)
      let movedC2 = rotate(c3 ^ parity3, 25)
      let movedC3 = rotate(d4 ^ parity4, 8)
      let movedC4 = rotate(e0 ^ parity0, 18)
      let movedD0 = rotate(a4 ^ parity4, 27)
      let movedD1 = rotate(b0 ^ parity0, 36)
      let movedD2 = rotate(c1 ^ parity1, 10)
      let movedD3 = rotate(d2 ^ parity2, 15)
      let movedD4 = rotate(e3 ^ parity3, 56)
      let movedE0 = rotate(a2 ^ parity2, 62)
      let movedE1 = rotate(b3 ^ parity3, 55)
      let movedE2 = rotate(c4 ^ parity4, 39)
      let movedE3 = rotate(d0 ^ parity0, 41)
      let movedE4 = rotate(e1 ^ parity1, 2)

      // chi and iota
      a0 = movedA0 ^ (~movedA1 & movedA2) ^ constant
      a1 = movedA1 ^ (~movedA2 & movedA3)
      a2 = movedA2 ^ (~movedA3 & movedA4)
      a3 = movedA3 ^ (~movedA4 & movedA0)
      a4 = movedA4 ^ (~movedA0 & movedA1)
      b0 = movedB0 ^ (~movedB1 & movedB2)
      b1 = movedB1 ^ (~movedB2 & movedB3)
      b2 = movedB2 ^ (~movedB3 & movedB4)
      b3 = movedB3 ^ (~movedB4 & movedB0)
      b4 = movedB4 ^ (~movedB0 & movedB1)
      c0 = movedC0 ^ (~movedC1 & movedC2)
      c1 = movedC1 ^ (~movedC2 & movedC3)
      c2 = movedC2 ^ (~movedC3 & movedC4)
      c3 = movedC3 ^ (~movedC4 & movedC0)
      c4 = movedC4 ^ (~movedC0 & movedC1)
      d0 = movedD0 ^ (~movedD1 & movedD2)
      d1 = movedD1 ^ (~movedD2 & movedD3)
      d2 = movedD2 ^ (~movedD3 & movedD4)
      d3 = movedD3 ^ (~movedD4 & movedD0)
      d4 = movedD4 ^ (~movedD0 & movedD1)
      e0 = movedE0 ^ (~movedE1 & movedE2)
      e1 = movedE1 ^ (~movedE2 & movedE3)
      e2 = movedE2 ^ (~movedE3 & movedE4)
      e3 = movedE3 ^ (~movedE4 & movedE0)
      e4 = movedE4 ^ (~movedE0 & movedE1)
    }

    state[0] = a0
    state[1] = a1
    state[2] = a2
    state[3] = a3
    state[4] = a4
    state[5] = b0
    state[6] = b1
    state[7] = b2
    state[8] = b3
    state[9] = b4
    state[10] = c0
    state[11] = c1
    state[12] = c2
    state[13] = c3
    state[14] = c4
    state[15] = d0
    state[16] = d1
    state[17] = d2
    state[18] = d3
    state[19] = d4
    state[20] = e0
    state[21] = e1
    state[22] = e2
    state[23] = e3
    state[24] = e4
  }

  private static let constants: [UInt64] = [
    0x0000_0000_8000_808b, 0x8000_0000_0000_008b, 0x8000_0000_0000_8089,
    0x8000_0000_0000_8003, 0x8000_0000_0000_8002, 0x8000_0000_0000_0080,
    0x0000_0000_0000_800a, 0x8000_0000_8000_000a, 0x8000_0000_8000_8081,
    0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
  ]

  @inline(__always)
  private static func rotate(_ lane: UInt64, _ places: UInt64) -> UInt64 {
    lane &<< places | lane &>> (64 &- places)
  }
}
