import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import {
  type Align,
  type Block,
  type DocumentCell,
  type DocumentPicture,
  type DocumentTable,
  MARGIN,
  PAPER_SIZES,
  type Paper,
  type PaperDocument,
  pageSize,
  pictureRoom,
  type Stretch,
  type Tone,
} from './document'

/** Fonts that Word and WPS have on Chinese systems; others take the nearest. */
const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' }

/** Colours on white paper, those of the light theme. */
const COLORS: Readonly<Record<Tone, string>> = {
  plain: '1d2129',
  quiet: '565d69',
  target: '8a5300',
  result: '0b6660',
  good: '1b6e3c',
  bad: 'b3261e',
}

/** Half points. */
const SIZE = { title: 36, heading: 28, body: 24, table: 20, note: 18 } as const

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** CSS pixels of an inch, and millimetres. */
const PIXELS_PER_MM = 96 / 25.4

/** Characters that XML does not take would make a file that Word refuses. */
const safe = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const run = ({ text, tone = 'plain', bold = false }: Stretch, size: number, font = SERIF): TextRun =>
  new TextRun({ text: safe(text), size, font, bold, color: COLORS[tone] })

const raised = (text: string, size: number): TextRun => new TextRun({ text, size, font: SERIF, superScript: true })

function words(stretches: readonly Stretch[], size: number, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: stretches.map((stretch) => run(stretch, size)) })
}

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '8a919e' }
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER }

function cell({ text, tone, bold, span, rows, notes }: DocumentCell, align: Align, head: boolean): TableCell {
  const stretch = { text, ...(tone ? { tone } : {}), bold: bold ?? head }
  const marks = notes && notes.length > 0 ? [raised(notes.join(','), SIZE.table)] : []
  return new TableCell({
    columnSpan: span ?? 1,
    rowSpan: rows ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    borders: BORDERS,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(head ? { shading: { fill: 'eceef2' } } : {}),
    children: [
      new Paragraph({
        alignment: ALIGN[head ? 'center' : align],
        children: [run(stretch, SIZE.table, head ? SANS : SERIF), ...marks],
      }),
    ],
  })
}

/** Cells that stand beside each other; a cell that hangs down from above takes none here. */
function row(cells: readonly DocumentCell[], aligns: readonly Align[], head: boolean): TableRow {
  let at = 0
  const children = cells.map((one) => {
    const made = cell(one, aligns[at] ?? 'left', head)
    at += one.span ?? 1
    return made
  })
  return new TableRow({ tableHeader: head, cantSplit: true, children })
}

function tableBlocks(table: DocumentTable, millimetres: number): (Paragraph | Table)[] {
  const { caption, unit, columns, head, rows, notes, sources } = table
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1
  const widths = columns.map(({ width }) => Math.round((convertMillimetersToTwip(millimetres) * width) / whole))
  const aligns = columns.map(({ align }) => align)
  const note = { spacing: { before: 60 } }
  return [
    ...(caption === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { before: 200, after: 80 },
            children: [run({ text: caption, bold: true }, SIZE.body, SANS)],
          }),
        ]),
    ...(unit === ''
      ? []
      : [words([{ text: unit, tone: 'quiet' }], SIZE.note, { alignment: AlignmentType.RIGHT, keepNext: true })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: widths,
      rows: [...head.map((cells) => row(cells, aligns, true)), ...rows.map((cells) => row(cells, aligns, false))],
    }),
    ...notes.map((text, index) => words([{ text: `${index + 1}. ${text}`, tone: 'quiet' }], SIZE.note, note)),
    ...(sources === '' ? [] : [words([{ text: sources, tone: 'quiet' }], SIZE.note, note)]),
  ]
}

function pictureBlocks(
  { bytes, width, height, caption, alternative, notes = [] }: DocumentPicture,
  paper: Paper,
): Paragraph[] {
  const room = pictureRoom(paper)
  const scale = Math.min(1, (room.width * PIXELS_PER_MM) / width, (room.height * PIXELS_PER_MM) / height)
  const image = new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
    altText: { name: safe(caption), title: safe(caption), description: safe(alternative) },
  })
  const below = words([{ text: caption }], SIZE.note, { alignment: AlignmentType.CENTER, spacing: { after: 160 } })
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, keepNext: caption !== '', children: [image] }),
    ...(caption === '' ? [] : [below]),
    ...notes.map((text) => words([{ text, tone: 'quiet' }], SIZE.note)),
  ]
}

function blockParts(block: Block, paper: Paper): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 240, after: 120 },
          children: [run({ text: block.text, bold: true }, block.level === 1 ? SIZE.heading : SIZE.body, SANS)],
        }),
      ]
    case 'paragraph':
      return [words(block.words, SIZE.body, { spacing: { line: 360, after: 80 }, indent: { firstLine: 480 } })]
    case 'quote':
      return [
        words(block.words, SIZE.body, { spacing: { line: 340, before: 80 }, indent: { left: 480 } }),
        words([{ text: block.source, tone: 'quiet' }], SIZE.note, { spacing: { after: 120 }, indent: { left: 480 } }),
      ]
    case 'table':
      return tableBlocks(block, pageSize(paper).width - 2 * MARGIN)
    case 'picture':
      return pictureBlocks(block, paper)
  }
}

const footer = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run({ text: text === '' ? '' : `${text}　`, tone: 'quiet' }, SIZE.note),
          new TextRun({ children: [PageNumber.CURRENT], size: SIZE.note }),
          run({ text: ' / ', tone: 'quiet' }, SIZE.note),
          new TextRun({ children: [PageNumber.TOTAL_PAGES], size: SIZE.note }),
        ],
      }),
    ],
  })

/**
 * Writes a document as a Word file (ECMA-376): heads of tables are repeated on every page, rows are not split over two.
 * Text from reports is data: it never becomes a field, a link or markup.
 */
export async function documentDocx(document: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subtitle, paper, blocks } = document
  const margin = convertMillimetersToTwip(MARGIN)
  const { width, height } = PAPER_SIZES[paper.size]
  const heads = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      children: [run({ text: title, bold: true }, SIZE.title, SANS)],
    }),
    ...(subtitle === ''
      ? []
      : [
          words([{ text: subtitle, tone: 'quiet' }], SIZE.note, {
            alignment: AlignmentType.CENTER,
            spacing: { after: 160 },
          }),
        ]),
  ]
  const file = new Document({
    title: safe(title),
    creator: 'Duibiao',
    sections: [
      {
        properties: {
          page: {
            // The library turns the sides of a page that lies on its side.
            size: {
              width: convertMillimetersToTwip(width),
              height: convertMillimetersToTwip(height),
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: footer(document.footer) },
        children: [...heads, ...blocks.flatMap((block) => blockParts(block, paper))],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
