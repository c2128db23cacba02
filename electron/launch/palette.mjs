import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * Pictures of the window hold few colours and the shades of their letters. With 256 of them, and every other shade as
 * the nearest of these, a PNG takes a third of the room, and no difference is to be seen.
 */
const COLOURS = 256
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** The kinds of colour that Chromium writes, as bytes a pixel. */
const BYTES = { 2: 3, 6: 4 }

/** The parts of a PNG as pairs of name and content. */
function* partsOf(png) {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield [png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]
    at += length + 12
  }
}

function part(name, content) {
  const made = Buffer.alloc(content.length + 12)
  made.writeUInt32BE(content.length, 0)
  made.write(name, 4, 'latin1')
  content.copy(made, 8)
  made.writeUInt32BE(crc32(made.subarray(4, 8 + content.length)), 8 + content.length)
  return made
}

/** The predictor of PNG's fourth filter. */
function paeth(left, up, corner) {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

const PREDICTORS = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth]

/** The pixels without the filters of their lines. */
function unfiltered(lines, width, height, bytes) {
  const stride = width * bytes
  const pixels = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const predict = PREDICTORS[lines[y * (stride + 1)]]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= bytes ? pixels[at - bytes] : 0
      const up = y > 0 ? pixels[at - stride] : 0
      const corner = x >= bytes && y > 0 ? pixels[at - stride - bytes] : 0
      pixels[at] = lines[y * (stride + 1) + 1 + x] + predict(left, up, corner)
    }
  }
  return pixels
}

/** How far apart two colours are, squared. */
const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2

/**
 * The colours that serve the picture best, and for each colour which of them it becomes: again and again the one is
 * taken that is farthest from those at hand, times how often it stands there. So small signs keep their colour.
 */
function paletteOf(colours) {
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const all = [...counts].map(([colour, count]) => ({ colour, count, away: Number.POSITIVE_INFINITY, index: 0 }))
  const palette = []
  while (palette.length < COLOURS) {
    const next = all.reduce((a, b) => (b.away * b.count > a.away * a.count ? b : a))
    if (next.away === 0) break
    for (const one of all) {
      const away = distance(one.colour, next.colour)
      if (away < one.away) Object.assign(one, { away, index: palette.length })
    }
    palette.push(next.colour)
  }
  return { palette, indexOf: new Map(all.map(({ colour, index }) => [colour, index])) }
}

/**
 * The same picture with a palette.
 * @param {Buffer} png eight bits a channel, not interlaced, opaque: as Chromium takes pictures
 * @throws {Error} for any other kind of PNG
 */
export function withPalette(png) {
  const parts = [...partsOf(png)]
  const head = parts[0]?.[1]
  const bytes = BYTES[head?.[9]]
  if (!bytes || head[8] !== 8 || head[12] !== 0) throw new Error('this is no PNG as Chromium writes it')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const data = Buffer.concat(parts.filter(([name]) => name === 'IDAT').map(([, content]) => content))
  const pixels = unfiltered(inflateSync(data), width, height, bytes)
  const colours = Uint32Array.from({ length: width * height }, (_, at) => pixels.readUIntBE(at * bytes, 3))
  const { palette, indexOf } = paletteOf(colours)
  const lines = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < colours.length; at++)
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexOf.get(colours[at])
  const newHead = Buffer.from(head)
  newHead[9] = 3
  return Buffer.concat([
    SIGNATURE,
    part('IHDR', newHead),
    part(
      'PLTE',
      Buffer.concat(palette.map((colour) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255]))),
    ),
    part('IDAT', deflateSync(lines, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ])
}
