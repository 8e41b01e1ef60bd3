/**
 * A zip file without compression (PKWARE APPNOTE, method 0): photos are compressed already, and no library is
 * needed. Names are UTF-8. Bytes in, bytes out.
 */

export interface Member { name: string; bytes: Uint8Array }

const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let c = at
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

/** CRC-32 as zip and PNG use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** Store the members in a zip file. Dates are left at the format's first day, 1 January 1980. */
export function zipped(members: readonly Member[]): Uint8Array<ArrayBuffer> {
  const names = members.map(({ name }) => utf8(name))
  const sums = members.map(({ bytes }) => crc32(bytes))
  const parts: Uint8Array[] = []
  const index: Uint8Array[] = []
  let at = 0
  for (const [n, { bytes }] of members.entries()) {
    const name = names[n] ?? new Uint8Array()
    // Version 2.0, flag 11 = UTF-8 names, method 0, date 1980-01-01.
    const common = [
      [2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, sums[n] ?? 0], [4, bytes.length], [4, bytes.length],
      [2, name.length], [2, 0],
    ] as const
    parts.push(packed([[4, 0x04034b50], ...common]), name, bytes)
    index.push(packed([[4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), name)
    at += 30 + name.length + bytes.length
  }
  const size = index.reduce((sum, part) => sum + part.length, 0)
  const end = packed([
    [4, 0x06054b50], [2, 0], [2, 0], [2, members.length], [2, members.length], [4, size], [4, at], [2, 0],
  ])
  return joined([...parts, ...index, end])
}

function packed(fields: readonly (readonly [bytes: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, n) => Math.floor(value / 256 ** n) % 256),
    ),
  )
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** UTF-8 without TextEncoder, which core does not have. */
function utf8(text: string): Uint8Array {
  return Uint8Array.from(unescape(encodeURIComponent(text)), (letter) => letter.charCodeAt(0))
}
