import { inTreeOrder } from '../../coding/code-tree'
import { plainMemo } from '../../coding/links'
import { type Language, translate } from '../../locales/translate'
import type { Span } from '../../model/anchor'
import type { Annotation } from '../../model/annotation'
import type { Code } from '../../model/code'
import type { Memo } from '../../model/memo'
import type { ContentReport, ContentSource, ContentStatement } from '../project-content'
import { travelling } from '../refi/outline'
import { statementFacts } from '../statement-facts'
import type { StatementWords } from '../statement-table'
import { escapeHtml, tag } from './html'
import { type Segment, segmentsOf } from './segments'
import { groundOf, STYLE } from './style'

/** A coded report, or a source without one. */
export interface CodedText {
  project: string
  content: Pick<ContentSource, 'source' | 'text' | 'annotations'>
  /** Null writes the whole source. */
  report: ContentReport | null
  /** In the order of the codebook. */
  codes: readonly Code[]
  memos: readonly Memo[]
}

/** What is marked in the text. */
type Mark = Span & ({ annotation: Annotation; note: number | null } | { statement: ContentStatement; number: number })

/** No script, no picture, no address is followed, whatever the text says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * A coded report as one HTML file that opens anywhere: no script, no network, everything escaped. Codes are grounds and
 * lines under the words, memos are numbered notes, statements are underlined and listed with their fields.
 */
export function codedHtml(coded: CodedText, words: StatementWords): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new Writer(coded, words).page())
}

class Writer {
  readonly #coded: CodedText
  readonly #words: StatementWords
  readonly #language: Language
  readonly #codes: ReadonlyMap<string, Code>
  readonly #span: Span
  readonly #annotations: readonly Annotation[]
  readonly #statements: readonly ContentStatement[]
  readonly #marks: readonly Mark[]
  readonly #noted: readonly Annotation[]

  constructor(coded: CodedText, words: StatementWords) {
    this.#coded = coded
    this.#words = words
    this.#language = words.language
    this.#codes = new Map(coded.codes.map((code) => [code.id, code]))
    const { content, report } = coded
    this.#span = report
      ? { start: report.report.start, end: report.report.end }
      : { start: 0, end: content.text.length }
    const inside = ({ start, end }: Span): boolean => end > this.#span.start && start < this.#span.end
    this.#annotations = content.annotations
      .filter(({ anchor, orphan }) => !orphan && inside(anchor))
      .toSorted((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end)
    this.#statements = travelling(report?.statements ?? []).toSorted((a, b) => a.start - b.start)
    this.#noted = this.#annotations.filter(({ memo }) => memo.trim() !== '')
    this.#marks = this.#allMarks()
  }

  #allMarks(): Mark[] {
    const annotations = this.#annotations.map((annotation): Mark => {
      const { start, end } = annotation.anchor
      const note = this.#noted.indexOf(annotation)
      return { start, end, annotation, note: note < 0 ? null : note + 1 }
    })
    const statements = this.#statements.map(
      (statement, index): Mark => ({
        start: statement.start,
        end: statement.start + statement.quantity.length,
        statement,
        number: index + 1,
      }),
    )
    return [...annotations, ...statements]
  }

  page(): string {
    const { report, content, project } = this.#coded
    const title = report?.report.title || content.source.name
    const facts = [report?.report.place?.name ?? '', report?.report.year ?? '', content.source.name, project].filter(
      Boolean,
    )
    const nothing = this.#marks.length === 0 && this.#memos().length === 0
    const head =
      '<meta charset="utf-8">' +
      `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">' +
      tag('title', {}, escapeHtml(title)) +
      tag('style', {}, STYLE)
    const top =
      tag('h1', {}, escapeHtml(title)) +
      tag('p', { class: 'quiet' }, escapeHtml(facts.join(' · '))) +
      (nothing ? tag('p', { class: 'quiet' }, this.#say('none')) : this.#legend())
    const text = segmentsOf(this.#span, this.#marks).map((segment) => this.#segment(segment))
    const body =
      tag('header', {}, top) +
      tag(
        'main',
        {},
        tag('article', { class: 'text', lang: 'zh-CN' }, text.join('')) +
          this.#notes() +
          this.#memoList() +
          this.#table(),
      ) +
      tag('footer', {}, tag('p', {}, this.#say('madeWith')))
    return `<!doctype html>\n<html lang="${this.#language}"><head>${head}</head><body>${body}</body></html>\n`
  }

  #say(key: string, params: Record<string, string | number> = {}): string {
    return escapeHtml(translate(this.#language, `exchangeFiles.html.${key}`, params))
  }

  #factsOf(statement: ContentStatement): string[] {
    const joint = translate(this.#language, 'exchangeFiles.fact.joint')
    return statementFacts(statement, this.#words).map(([label, value]) => label + joint + value)
  }

  /** The codes of some annotations, each once. */
  #codesOf(annotations: readonly Annotation[]): Code[] {
    const ids = new Set(annotations.flatMap(({ codes }) => codes))
    return [...ids].flatMap((id) => this.#codes.get(id) ?? [])
  }

  #segment({ start, end, marks }: Segment<Mark>): string {
    const words = escapeHtml(this.#coded.content.text.slice(start, end))
    if (marks.length === 0) return words
    const annotations = marks.flatMap((mark) => ('annotation' in mark ? mark.annotation : []))
    const stated = marks.flatMap((mark) => ('statement' in mark ? mark : []))
    const codes = this.#codesOf(annotations)
    const [first] = stated
    const facts = first ? this.#factsOf(first.statement) : []
    const notes = marks.flatMap((mark) =>
      'annotation' in mark && mark.note !== null && mark.end === end ? [mark.note] : [],
    )
    const beginning = stated.find((mark) => mark.start === start)
    const style = groundOf(
      codes.length > 0 ? codes.map(({ color }) => color) : annotations.length > 0 ? ['#8a919e'] : [],
    )
    const attributes = {
      class: ['mark', ...(first ? [first.statement.role, first.statement.status] : [])].join(' '),
      style,
      title: [codes.map(({ name }) => name).join(' · '), ...facts].filter((line) => line !== '').join('\n'),
      id: beginning ? `s${beginning.number}` : null,
    }
    const numbers = notes.map((note) => tag('sup', {}, tag('a', { id: `r${note}`, href: `#n${note}` }, `[${note}]`)))
    return tag('span', attributes, words) + numbers.join('')
  }

  #legend(): string {
    const used = new Map<string, number>()
    for (const { codes } of this.#annotations) for (const id of codes) used.set(id, (used.get(id) ?? 0) + 1)
    const rows = inTreeOrder(this.#coded.codes)
      .filter(({ id }) => used.has(id))
      .map(({ id, name, color, definition }) => {
        const chip = tag('span', { class: 'chip', style: `background:${color}` }, '')
        const count = tag('span', { class: 'quiet' }, ` ${this.#say('passages', { count: used.get(id) ?? 0 })}`)
        const told = definition === '' ? '' : tag('div', { class: 'quiet' }, escapeHtml(definition))
        return tag('li', {}, chip + escapeHtml(name) + count + told)
      })
    const codes =
      rows.length === 0 ? '' : tag('h2', {}, this.#say('codes')) + tag('ul', { class: 'codes' }, rows.join(''))
    const marked = (role: 'target' | 'actual'): string =>
      tag('span', { class: role }, this.#say(role === 'target' ? 'keyTarget' : 'keyActual'))
    const keys = [
      ...(rows.length > 0 ? [this.#say('keyCode')] : []),
      ...(this.#statements.length > 0
        ? [`${marked('target')} · ${marked('actual')} · ${this.#say('keyStatement')}`]
        : []),
    ]
    return codes + keys.map((key) => tag('p', { class: 'quiet' }, key)).join('')
  }

  #notes(): string {
    if (this.#noted.length === 0) return ''
    const rows = this.#noted.map(({ anchor, memo, author, codes }, index) => {
      const names = codes.flatMap((id) => this.#codes.get(id)?.name ?? []).join(' · ')
      const by = author === '' ? '' : this.#say('by', { author })
      const told = [escapeHtml(names), by].filter((part) => part !== '').join(' — ')
      const number = tag(
        'a',
        { class: 'number', href: `#r${index + 1}`, title: translate(this.#language, 'exchangeFiles.html.back') },
        `[${index + 1}]`,
      )
      const content =
        number +
        tag('blockquote', { class: 'quiet', lang: 'zh-CN' }, escapeHtml(anchor.quote)) +
        tag('div', { class: 'memo' }, escapeHtml(plainMemo(memo))) +
        tag('div', { class: 'quiet' }, told)
      return tag('li', { id: `n${index + 1}` }, content)
    })
    return tag('h2', {}, this.#say('notes')) + tag('ol', { class: 'notes' }, rows.join(''))
  }

  /** Memos on the report and on the codes that occur in it. */
  #memos(): Memo[] {
    const used = new Set(this.#annotations.flatMap(({ codes }) => codes))
    const report = this.#coded.report?.report.id
    return this.#coded.memos.filter(
      ({ subject, text }) =>
        text.trim() !== '' &&
        ((subject.type === 'report' && subject.id === report) || (subject.type === 'code' && used.has(subject.id))),
    )
  }

  #memoList(): string {
    const memos = this.#memos()
    if (memos.length === 0) return ''
    const rows = memos.map(({ subject, text, author }) => {
      const name = this.#codes.get(subject.id)?.name ?? ''
      const title = escapeHtml(translate(this.#language, `exchangeFiles.memoOf.${subject.type}`, { name }))
      const by = author === '' ? '' : ` — ${this.#say('by', { author })}`
      return tag(
        'li',
        {},
        tag('div', { class: 'quiet' }, title + by) + tag('div', { class: 'memo' }, escapeHtml(plainMemo(text))),
      )
    })
    return tag('h2', {}, this.#say('memos')) + tag('ul', { class: 'codes' }, rows.join(''))
  }

  #table(): string {
    if (this.#statements.length === 0) return ''
    const rows = this.#statements.map((statement) => {
      // Several statements may share one quantity: its place has the number of the first.
      const place = this.#statements.findIndex(({ start }) => start === statement.start) + 1
      const link = tag('a', { href: `#s${place}` }, escapeHtml(statement.quantity))
      const facts = this.#factsOf(statement)
      const role = tag(
        'span',
        { class: `${statement.role} ${statement.status}` },
        this.#say(statement.role === 'target' ? 'keyTarget' : 'keyActual'),
      )
      return tag('tr', {}, tag('td', {}, link) + tag('td', {}, role) + tag('td', {}, escapeHtml(facts.join(' · '))))
    })
    return tag('h2', {}, this.#say('statements')) + tag('table', {}, tag('tbody', {}, rows.join('')))
  }
}
