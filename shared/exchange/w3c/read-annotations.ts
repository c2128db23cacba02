import { CODE_COLORS, Code } from '../../model/code'
import { type Message, message, newId, Uuid } from '../../model/identity'
import { resolveAnchor } from '../../text/anchor'
import { Given } from '../coders'
import { incomingStatement } from '../incoming-statement'
import { instantOf, type LeftOut, leaveOut, toldOf } from '../left-out'
import type { IncomingContent, IncomingMemo, IncomingSource } from '../project-content'
import { idOf } from '../refi/guid'
import { type Positions, positionsIn } from '../refi/plain-text'
import { COUNTING, GENERATOR, ID_URN, SOURCE_URN } from './page'
import { Item, Page } from './shapes'

export type ReadAnnotations = { ok: true; content: IncomingContent } | { ok: false; fault: Message }

/** The text of a source of the project by its hash; null where the project has none. */
export type TextOf = (hash: string) => string | null

/**
 * Reads web annotations (JSON-LD) on texts that the project has, named by `urn:sha256:` and the hash of the file. A
 * span counts where its position and its quote agree; else the quote is looked for. Tags are codes by their id, or by
 * their name. Contexts are never fetched.
 * @param now the time that things get for which the file tells none (ISO 8601)
 */
export function readAnnotations(bytes: Uint8Array, textOf: TextOf, now: string): ReadAnnotations {
  const json = parsed(bytes)
  if (json === null) return { ok: false, fault: message('exchangeFiles.fault.json') }
  const page = Page.safeParse(Array.isArray(json.value) ? { items: json.value } : json.value)
  const items = page.data?.items ?? page.data?.first?.items ?? (page.data?.type === 'Annotation' ? [page.data] : null)
  if (!page.success || items === null) return { ok: false, fault: message('exchangeFiles.fault.notAnnotations') }
  return { ok: true, content: new Reader(page.data, textOf, now).content(items) }
}

function parsed(bytes: Uint8Array): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder().decode(bytes)) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const withoutUrn = (id: string): string => (id.startsWith(ID_URN) ? id.slice(ID_URN.length) : id)

interface Place extends IncomingSource {
  positions: Positions
}

class Reader {
  readonly #page: Page
  readonly #textOf: TextOf
  readonly #now: string
  readonly #ours: boolean
  readonly #codes = new Map<string, Code>()
  readonly #byName = new Map<string, string>()
  readonly #places = new Map<string, Place | null>()
  readonly #memos: IncomingMemo[] = []
  readonly #authors = new Set<string>()
  readonly #left: LeftOut = new Map()

  constructor(page: Page, textOf: TextOf, now: string) {
    this.#page = page
    this.#textOf = textOf
    this.#now = now
    this.#ours = page.generator?.id === GENERATOR.id
    for (const one of page.codes ?? []) {
      const code = Code.safeParse(one)
      if (code.success) this.#put(code.data)
    }
  }

  content(items: readonly unknown[]): IncomingContent {
    for (const one of items) {
      const item = Item.safeParse(one)
      if (item.success) this.#take(item.data)
      else leaveOut(this.#left, 'otherTargets')
    }
    const { partOf, generator } = this.#page
    return {
      name: partOf?.label ?? '',
      origin: generator?.name ?? '',
      createdAt: instantOf(partOf?.created ?? '') ?? this.#now,
      authors: [...this.#authors],
      codes: [...this.#codes.values()],
      sources: [...this.#places.values()].flatMap((place) => {
        if (!place) return []
        const { positions: _, ...source } = place
        return [source]
      }),
      memos: this.#memos,
      leftOut: toldOf(this.#left),
    }
  }

  #take(item: Item): void {
    for (const name of item.creator) if (name !== '') this.#authors.add(name)
    if (item.target.length === 0) leaveOut(this.#left, 'otherTargets')
    for (const target of item.target) {
      const { source } = target
      if (source.startsWith(SOURCE_URN)) this.#span(item, target)
      else if (this.#ours && source.startsWith(ID_URN)) this.#memo(item, withoutUrn(source))
      else leaveOut(this.#left, 'otherTargets')
    }
  }

  #span(item: Item, target: Item['target'][number]): void {
    const place = this.#place(target.source.slice(SOURCE_URN.length))
    const span = place && this.#find(place, target.selector)
    if (!place) leaveOut(this.#left, 'otherTargets')
    if (!place || !span) return
    const statement = item.body.find((body) => 'statement' in body && body.statement !== undefined)
    if (this.#ours && statement && 'statement' in statement) {
      const read = incomingStatement(statement.statement, span)
      if (read && read.id !== null) place.statements.push(read)
      else leaveOut(this.#left, 'statements')
      return
    }
    const author = item.creator[0] ?? ''
    const createdAt = instantOf(item.created) ?? this.#now
    const { given, memo } = this.#bodies(item, author, createdAt)
    const made = { author, createdAt, updatedAt: instantOf(item.modified) ?? createdAt }
    place.annotations.push({ id: this.#id(item.id), ...span, ...given.of(author, createdAt), memo, ...made })
  }

  #id(id: string): string {
    return id === '' ? newId() : idOf(withoutUrn(id))
  }

  /** Tags become codes, words the memo. */
  #bodies(item: Item, author: string, at: string): { given: Given; memo: string } {
    const given = new Given()
    const memos: string[] = item.bodyValue === undefined ? [] : [item.bodyValue]
    for (const body of item.body) {
      const value = 'value' in body ? body.value : undefined
      if (value === undefined || value === '') {
        leaveOut(this.#left, 'otherBodies')
        continue
      }
      const purposes = 'purpose' in body && body.purpose ? body.purpose : []
      const tags = purposes.includes('tagging') || (purposes.length === 0 && item.motivation.includes('tagging'))
      if (!tags) memos.push(value)
      else {
        const by = 'creator' in body && body.creator ? body.creator : author
        if (by !== '') this.#authors.add(by)
        const when = 'created' in body && body.created !== undefined ? (instantOf(body.created) ?? at) : at
        given.add(by, when, this.#code('id' in body ? body.id : undefined, value))
      }
    }
    return { given, memo: memos.join('\n\n') }
  }

  /** The code of a tag: the one with its id, else the one of its name, else a new one. */
  #code(urn: string | undefined, value: string): string {
    const id = urn === undefined ? '' : withoutUrn(urn)
    if (this.#codes.has(id)) return id
    const name = value.trim().slice(0, 200) || '?'
    const known = this.#byName.get(name)
    if (known !== undefined) return known
    const color = CODE_COLORS[this.#codes.size % CODE_COLORS.length] ?? CODE_COLORS[0]
    const order = this.#codes.size + 1
    const code: Code = {
      id: Uuid.safeParse(id).success ? id : newId(),
      name,
      parent: null,
      color,
      definition: '',
      example: '',
      order,
      key: null,
      author: '',
      createdAt: this.#now,
    }
    this.#put(code)
    return code.id
  }

  #put(code: Code): void {
    this.#codes.set(code.id, code)
    if (!this.#byName.has(code.name)) this.#byName.set(code.name, code.id)
  }

  #place(hash: string): Place | null {
    const known = this.#places.get(hash)
    if (known !== undefined) return known
    const text = this.#textOf(hash)
    const place: Place | null =
      text === null
        ? null
        : {
            id: idOf(hash),
            name: '',
            folder: '',
            hash,
            provenance: { origin: '', published: '', page: '', url: '', obtained: '' },
            importedAt: this.#now,
            text,
            annotations: [],
            statements: [],
            positions: positionsIn(text, COUNTING),
          }
    this.#places.set(hash, place)
    return place
  }

  /** Where a target lies: at its position where the quote stands there, else where the quote does. */
  #find({ text, positions }: Place, selectors: Item['target'][number]['selector']) {
    const at = selectors.find(({ start, end }) => start !== undefined && end !== undefined)
    const words = selectors.find(({ exact }) => exact !== undefined && exact !== '')
    const start = at?.start === undefined ? null : positions.offset(at.start)
    const end = at?.end === undefined ? null : positions.offset(at.end)
    const placed = start !== null && end !== null && end > start ? { start, end } : null
    const { exact, prefix = '', suffix = '' } = words ?? {}
    const anchor =
      exact === undefined ? null : { start: placed?.start ?? 0, end: placed?.end ?? 0, quote: exact, prefix, suffix }
    const span = anchor ? resolveAnchor(text, anchor) : placed
    if (!span || span.end <= span.start) {
      leaveOut(this.#left, at || words ? 'outside' : 'noSelector')
      return null
    }
    return { ...span, quote: text.slice(span.start, span.end) }
  }

  /** A memo of ours, on the project, a code or a report. */
  #memo(item: Item, id: string): void {
    const { memo } = this.#bodies(item, '', this.#now)
    const project = withoutUrn(this.#page.partOf?.id ?? '')
    const type = id === project ? 'project' : this.#codes.has(id) ? 'code' : 'report'
    const updatedAt = instantOf(item.modified) ?? instantOf(item.created) ?? this.#now
    const subject = { type, id: type === 'project' ? '' : id } as const
    this.#memos.push({ id: this.#id(item.id), subject, name: '', text: memo, author: item.creator[0] ?? '', updatedAt })
  }
}
