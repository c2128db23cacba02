import { at, change, type Edit, type Labelled } from './change'
import type { Random } from './random'

/** Makes a clean labelled text dirty in one way. */
export type Dirt = (clean: Labelled, random: Random) => Labelled

const LINE = /[^\n]+/gu

interface Wrapping {
  /** Characters in a line. */
  width: (random: Random) => number
  /** Put in for the break. */
  mark: (random: Random) => string
}

/** Breaks every paragraph into lines; a break falls where it falls, also inside a number or a unit. */
function wrapped(clean: Labelled, random: Random, { width, mark }: Wrapping): Labelled {
  const edits: Edit[] = []
  for (const { 0: line, index } of clean.text.matchAll(LINE)) {
    const ink = line.length - line.trimStart().length
    for (let at = ink + width(random); at < line.length - 1; at += width(random)) {
      edits.push({ start: index + at, end: index + at, insert: mark(random) })
    }
  }
  return change(clean, edits)
}

/** Lines of 28 to 42 characters, each of another width. */
export const ragged: Dirt = (clean, random) =>
  wrapped(clean, random, { width: (r) => r.between(28, 42), mark: () => '\n' })

/** A column: lines of one width, give or take one. */
export const column: Dirt = (clean, random) => {
  const base = random.between(28, 42)
  return wrapped(clean, random, { width: (r) => base + r.between(-1, 1), mark: () => '\n' })
}

/** Wrapped lines that are indented, by blanks of any kind. */
export const indented: Dirt = (clean, random) =>
  wrapped(clean, random, {
    width: (r) => r.between(28, 42),
    mark: (r) => `\n${r.one(['  ', '\u3000\u3000', '\t', '    '])}`,
  })

/** A blank line after every line, as some converters leave it. */
export const blankLines: Dirt = (clean, random) =>
  wrapped(clean, random, { width: (r) => r.between(28, 42), mark: () => '\n\n' })

/** Word's manual line breaks (vertical tab) and Unicode's line separator instead of wraps. */
export const manualBreaks: Dirt = (clean, random) =>
  wrapped(clean, random, { width: (r) => r.between(28, 42), mark: (r) => r.one('\v\v\v\u2028') })

/** Breaks inside three of ten quantities: 61.⏎9亿元, 160亿⏎元; the text has natural lines otherwise. */
export const splitNumbers: Dirt = (clean, random) => {
  const starts = new Set<number>()
  const edits: Edit[] = []
  for (const { start, quantity } of [...clean.gold].sort((a, b) => a.start - b.start)) {
    if (starts.has(start) || quantity.length < 2 || !random.chance(0.3)) continue
    starts.add(start)
    const offset = start + random.between(1, quantity.length - 1)
    if (offset > (edits.at(-1)?.end ?? -1))
      edits.push({ start: offset, end: offset, insert: random.one(['\n', '\n\u3000\u3000', '\r\n']) })
  }
  return change(clean, edits)
}

/** What stands on a newspaper's page, printed in the year that the report plans for. */
function pageHeads({ gold }: Labelled): { name: string; date: string; rubric: string; editors: string } {
  const year = Math.max(...gold.map((label) => Number(label.year.slice(-4)) || 2000))
  return {
    name: '洛阳日报',
    date: `${year}年4月12日 星期三`,
    rubric: '要闻 03',
    editors: '责编：张 伟 校对：李 娜 版式：王 芳',
  }
}

/** A page's furniture after every thirty to forty lines of a column, in mid-sentence. */
export const pages: Dirt = (clean, random) => {
  const lines = column(clean, random)
  const { name, date } = pageHeads(clean)
  let page = 1
  let left = random.between(30, 40)
  const edits = at(/(?<=[^\n])\n(?=[^\n])/gu, lines.text, () => {
    if (--left > 0) return null
    left = random.between(30, 40)
    page++
    return `\n\n— ${page} —\n\n${name}\n${date}\n\n`
  })
  return change(lines, edits)
}

/** A newspaper's page: its name, date, rubric and editors between two lines of a column. */
export const newspaper: Dirt = (clean, random) => {
  const lines = column(clean, random)
  const { name, date, rubric, editors } = pageHeads(clean)
  let left = random.between(30, 40)
  const edits = at(/(?<=[^\n])\n(?=[^\n])/gu, lines.text, () => {
    if (--left > 0) return null
    left = random.between(30, 40)
    return `\n${editors}\n\n${rubric}\n${date}\n${name}\n`
  })
  return change(lines, edits)
}

/** The whole file in one line. */
export const oneLine: Dirt = (clean) =>
  change(
    clean,
    at(/\s*\n\s*/gu, clean.text, () => ''),
  )

/** The whole file in one line, a blank for every break. */
export const oneLineSpaced: Dirt = (clean) =>
  change(
    clean,
    at(/\s*\n\s*/gu, clean.text, () => ' '),
  )

/** Every sentence in a line of its own. */
export const sentenceLines: Dirt = (clean) =>
  change(
    clean,
    at(/(?<=[。！？；])(?!\n|$|[”’）)*])/gu, clean.text, () => '\n'),
  )

/** Every clause in a line of its own. */
export const clauseLines: Dirt = (clean) =>
  change(
    clean,
    at(/(?<=[，。！？；])(?!\n|$|[”’）)*])/gu, clean.text, () => '\n'),
  )

export const crlf: Dirt = (clean) =>
  change(
    clean,
    at(/\n/gu, clean.text, () => '\r\n'),
  )
export const cr: Dirt = (clean) =>
  change(
    clean,
    at(/\n/gu, clean.text, () => '\r'),
  )
export const byteOrderMark: Dirt = (clean) => change(clean, [{ start: 0, end: 0, insert: '\ufeff' }])

/** List numbers glued to paragraphs, tabs before them. */
export const glued: Dirt = (clean, random) => {
  let number = 0
  return change(
    clean,
    at(/(?<=\n)[ \u3000]*(?=[\p{Script=Han}\d][^\n]{60})/gu, clean.text, () => {
      number++
      return `\t${random.one([`${number}.`, `${number}、`, `(${number})`, `${number}.\t`])}`
    }),
  )
}
