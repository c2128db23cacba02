/** A piece of text on a page of a PDF made here. */
export interface Piece {
  readonly text: string
  readonly x: number
  /** From the bottom of the page, as PDF counts. */
  readonly y: number
  readonly size?: number
  /** Name of one of the PDF's fonts; F1 is Chinese and across. */
  readonly font?: string
  /** a b c d of the text matrix, to turn it. */
  readonly turn?: readonly [number, number, number, number]
}

/** What besides pages a PDF made here may hold. */
export interface RawOptions {
  /** A CMap by font name. */
  readonly encodings?: Readonly<Record<string, string>>
  /** Writes a text in a font's encoding, as hexadecimal. */
  readonly encode?: (text: string) => string
  readonly labels?: string
  /** Further entries of the catalogue. */
  readonly catalog?: string
  readonly info?: string
}

/** Text as UTF-16, the encoding of UniGB-UCS2-H. */
const ucs2 = (text: string): string =>
  Array.from(text, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')

/**
 * A PDF written by hand with a Chinese font that is not embedded, as older programs print: the reader needs the tables
 * of encodings to know its characters.
 */
export function rawPdf(pages: readonly (readonly Piece[])[], options: RawOptions = {}): Uint8Array {
  const { encodings = { F1: 'UniGB-UCS2-H' }, encode = ucs2, labels = '', catalog = '', info = '' } = options
  const fonts = Object.entries(encodings)
  const firstPage = 4 + 2 * fonts.length
  const kids = pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')
  const resources = fonts.map(([name], at) => `/${name} ${4 + 2 * at} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${labels === '' ? '' : `/PageLabels ${labels}`} ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 600 800] >>`,
    `<< /Producer (duibiao) ${info} >>`,
  ]
  for (const [at, [, encoding]] of fonts.entries()) objects.push(fontOf(encoding, 5 + 2 * at), DESCENDANT)
  for (const [at, pieces] of pages.entries()) {
    const content = pieces.map((piece) => shown(piece, encode)).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /Contents ${firstPage + 2 * at + 1} 0 R /Resources << /Font << ${resources} >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  return assembled(objects)
}

const DESCENDANT =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>'

const fontOf = (encoding: string, descendant: number): string =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant} 0 R] >>`

function shown({ text, x, y, size = 10, font = 'F1', turn = [1, 0, 0, 1] }: Piece, encode: (text: string) => string) {
  return `BT /${font} ${size} Tf ${turn.join(' ')} ${x} ${y} Tm <${encode(text)}> Tj ET`
}

function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const at: number[] = []
  for (const [index, object] of objects.entries()) {
    at.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}
