import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withPalette } from '../../../electron/launch/palette.mjs'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function head(width: number, height: number, depth: number, kind: number): Buffer {
  const content = Buffer.alloc(13)
  content.writeUInt32BE(width, 0)
  content.writeUInt32BE(height, 4)
  content[8] = depth
  content[9] = kind
  return part('IHDR', content)
}

/** A PNG of these lines, each with the number of its filter in front. */
const png = (width: number, kind: 2 | 6, lines: readonly (readonly number[])[]): Buffer =>
  Buffer.concat([
    SIGNATURE,
    head(width, lines.length, 8, kind),
    part('IDAT', deflateSync(Buffer.from(lines.flat()))),
    part('IEND', Buffer.alloc(0)),
  ])

/** Width, height and colours of a PNG with a palette, line by line; checks the sums of its parts. */
function colours(made: Buffer): { width: number; height: number; colours: string[] } {
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < made.length; ) {
    const length = made.readUInt32BE(at)
    expect(crc32(made.subarray(at + 4, at + 8 + length))).toBe(made.readUInt32BE(at + 8 + length))
    parts.set(made.toString('latin1', at + 4, at + 8), made.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [first, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => parts.get(name) ?? Buffer.alloc(13))
  const [width = 0, height = 0] = [first?.readUInt32BE(0), first?.readUInt32BE(4)]
  expect([first?.[8], first?.[9]]).toEqual([8, 3])
  const lines = inflateSync(data ?? Buffer.alloc(0))
  const found: string[] = []
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const index = lines[y * (width + 1) + 1 + x] ?? 0
      found.push(palette?.toString('hex', 3 * index, 3 * index + 3) ?? '')
    }
  return { width, height, colours: found }
}

describe('a picture with a palette', () => {
  it('holds the colours of the picture, whichever filter a line has', () => {
    const made = withPalette(
      png(2, 2, [
        [0, 10, 20, 30, 40, 50, 60],
        [1, 10, 20, 30, 1, 1, 1],
        [2, 1, 2, 3, 4, 5, 6],
        [3, 1, 1, 1, 1, 1, 1],
        [4, 1, 1, 1, 1, 1, 1],
      ]),
    )
    expect(colours(made)).toEqual({
      width: 2,
      height: 5,
      colours: ['0a141e', '28323c', '0a141e', '0b151f', '0b1621', '0f1a25', '060c11', '0b141c', '070d12', '0c151d'],
    })
  })

  it('leaves transparency out, which no picture of a window has', () => {
    expect(colours(withPalette(png(1, 6, [[0, 1, 2, 3, 255]]))).colours).toEqual(['010203'])
  })

  it('keeps small signs their colour where shades are too many', () => {
    const shades = Array.from({ length: 400 }, (_, at) => [at % 200, at % 200, 100 + (at % 2)]).flat()
    const made = colours(withPalette(png(402, 2, [[0, ...shades, 255, 0, 0, 0, 255, 0]])))
    expect(made.colours.slice(400)).toEqual(['ff0000', '00ff00'])
    expect(new Set(made.colours).size).toBeLessThanOrEqual(256)
  })

  it('is not made of another kind of PNG', () => {
    const grey = Buffer.concat([SIGNATURE, head(1, 1, 8, 0), part('IDAT', deflateSync(Buffer.from([0, 1])))])
    expect(() => withPalette(grey)).toThrow('no PNG')
  })
})
