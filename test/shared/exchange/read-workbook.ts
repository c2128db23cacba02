import { strFromU8, unzipSync } from 'fflate'

/** A sheet as read back: its name and cells by reference; `style` is the index of its format. */
export interface ReadSheet {
  name: string
  xml: string
  cells: Map<string, { text: string | null; number: number | null; style: number }>
}

const plainText = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** Reads what `writeWorkbook` wrote, part by part, for tests. */
export function readWorkbook(bytes: Uint8Array): { parts: Record<string, string>; sheets: ReadSheet[] } {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((m) =>
    plainText(m[1] ?? ''),
  )
  const sheets = names.map((name, index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? ''
    const cells: ReadSheet['cells'] = new Map()
    for (const [, reference, style, rest] of xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"([\s\S]*?)<\/c>/g)) {
      const text = /<t [^>]*>([\s\S]*)<\/t>/.exec(rest ?? '')?.[1]
      const number = /<v>([^<]*)<\/v>/.exec(rest ?? '')?.[1]
      cells.set(reference ?? '', {
        text: text === undefined ? null : plainText(text),
        number: number === undefined ? null : Number(number),
        style: Number(style),
      })
    }
    return { name, xml, cells }
  })
  return { parts, sheets }
}
