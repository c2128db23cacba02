import type { ArchiveLimits } from '../../../formats/archive/expand'
import { type Message, message } from '../../../model/identity'
import { instantOf, leaveOut, toldOf } from '../../left-out'
import type { IncomingContent, IncomingMemo, IncomingSource } from '../../project-content'
import { ORIGIN } from '../codebook-xml'
import { idOf } from '../guid'
import { reportSelection } from '../outline'
import { STATEMENTS_GUID } from '../statement-codes'
import { type ReadCodes, readCodes } from './codes'
import { Collected } from './collected'
import { countingOf } from './counting'
import { Members } from './members'
import type { RawCode, RawText } from './raw'
import { type Context, incomingSource, noteAsAnnotation } from './source'
import { MOST_ELEMENTS, readThings } from './tree'

export type ReadProject = { ok: true; content: IncomingContent } | { ok: false; fault: Message }

const refused = (fault: string, params: Record<string, number> = {}): ReadProject => ({
  ok: false,
  fault: message(`exchangeFiles.fault.${fault}`, params),
})

/**
 * Reads a REFI-QDA project (`.qdpx`), of ours or of another tool: texts, codes, coded spans, notes, authors. What it
 * holds besides is counted in `leftOut`. Nothing in it is believed: paths lead nowhere, entities are not expanded, sizes
 * and numbers have limits, spans must lie in their text.
 * @param now the time that things get for which the file tells none (ISO 8601)
 * @param limits what the zip may unpack to; the project itself may take all of `total`
 */
export function readQdpx(bytes: Uint8Array, now: string, limits: ArchiveLimits): ReadProject {
  const members = new Members(bytes, limits)
  if (members.size === 0) return refused('zip')
  const name = members.project
  if (name === null) return refused('noProject')
  const project = members.read(name, limits.total)
  if (project === 'tooLarge') return refused('tooLarge', { limit: members.limit })
  if (!(project instanceof Uint8Array)) return refused('zip')
  const collected = new Collected()
  const fault = readThings(project, {
    root: (root) => collected.begin(root),
    thing: (thing, holder) => collected.take(thing, holder),
  })
  if (fault) return refused(fault, { limit: MOST_ELEMENTS })
  return { ok: true, content: new Reader(collected, members, now).content() }
}

/** GUIDs of a branch of codes. */
const guidsIn = (code: RawCode): string[] => [code.guid, ...code.below.flatMap(guidsIn)]

class Reader {
  readonly #from: Collected
  readonly #members: Members
  readonly #now: string
  readonly #ours: boolean
  readonly #codes: ReadCodes
  readonly #statementCodes: ReadonlySet<string>
  /** Notes that something refers to. */
  readonly #used = new Set<string>()
  readonly #linked = new Map<string, string[]>()
  readonly #memos: IncomingMemo[] = []

  constructor(from: Collected, members: Members, now: string) {
    this.#from = from
    this.#members = members
    this.#now = now
    this.#ours = from.origin === ORIGIN
    const isOurs = ({ guid }: RawCode): boolean => this.#ours && guid === STATEMENTS_GUID
    this.#statementCodes = new Set(from.codes.filter(isOurs).flatMap(guidsIn))
    this.#codes = readCodes(
      from.codes.filter((code) => !isOurs(code)),
      this.#instant(from.createdAt),
    )
    this.#link()
  }

  content(): IncomingContent {
    const { name, origin, createdAt, users, left } = this.#from
    const sources = this.#sources()
    this.#codeNotes(this.#from.codes)
    for (const guid of this.#from.onProject) this.#memo(guid, { type: 'project', id: '' })
    this.#loose()
    if (!this.#ours) {
      leaveOut(left, 'cases', this.#from.cases.size)
      leaveOut(left, 'variables', this.#from.variables)
    }
    leaveOut(left, 'longNames', this.#codes.cut)
    return {
      name,
      origin,
      createdAt: this.#instant(createdAt),
      authors: [...new Set(users.values())].filter((author) => author !== ''),
      codes: this.#codes.codes,
      sources,
      memos: this.#memos,
      leftOut: [...toldOf(left), ...this.#told],
    }
  }

  readonly #told: Message[] = []

  #sources(): IncomingSource[] {
    const { sources, origin, left, notes } = this.#from
    const written = sources.flatMap((raw) => {
      const text = this.#textOf(raw)
      if (text === null) leaveOut(left, 'noText')
      return text === null ? [] : [{ raw, text, selections: raw.selections }]
    })
    const { counting, guessed } = countingOf(origin, this.#ours, written)
    if (guessed) this.#told.push(this.#guess(origin, counting))
    const context: Context = {
      ours: this.#ours,
      counting,
      codes: this.#codes.ids,
      statementCodes: this.#statementCodes,
      reportSpans: new Set(this.#ours ? [...this.#from.cases].map(reportSelection) : []),
      left,
      noteText: (guid) => this.#noteText(guid),
      linkedTo: (guid) => this.#linked.get(guid) ?? [],
      author: (guid) => this.#from.users.get(guid) ?? '',
      instant: (at, otherwise) => this.#instant(at, otherwise),
    }
    return written.map(({ raw, text }) => {
      const source = incomingSource(raw, text, context)
      if (raw.description !== '') this.#describe(source, raw)
      for (const guid of [...raw.notes, ...(this.#linked.get(raw.guid) ?? [])]) {
        const note = notes.get(guid)
        if (note && note.selections.length > 0) noteAsAnnotation(note, text, source, context)
        else this.#memo(guid, { type: 'source', id: source.id })
      }
      return source
    })
  }

  #guess(origin: string, counting: { codePoints: boolean; joinedLineEnds: boolean }): Message {
    const way = `${counting.codePoints ? 'codePoints' : 'units'}${counting.joinedLineEnds ? 'Joined' : 'Apart'}`
    return message(`exchangeFiles.guessed.${way}`, { origin: origin === '' ? '?' : origin })
  }

  /** A link from or to a note ties it to its other end; in our files only those that say so (`Associative`). */
  #link(): void {
    const { links, notes, cases, left } = this.#from
    for (const { origin, target, direction } of links) {
      const [note, other] = notes.has(origin) ? [origin, target] : [target, origin]
      if (!notes.has(note)) leaveOut(left, 'links', this.#ours ? 0 : 1)
      else if (this.#ours && !(direction === 'Associative' && cases.has(other))) continue
      else this.#linked.set(other, [...(this.#linked.get(other) ?? []), note])
    }
    if (this.#ours)
      for (const report of cases)
        for (const note of this.#linked.get(report) ?? []) this.#memo(note, { type: 'report', id: report })
  }

  #codeNotes(codes: readonly RawCode[]): void {
    for (const code of codes) {
      const id = this.#codes.ids.get(code.guid)
      if (id !== undefined)
        for (const note of [...code.notes, ...(this.#linked.get(code.guid) ?? [])])
          this.#memo(note, { type: 'code', id })
      this.#codeNotes(code.below)
    }
  }

  /** Notes that nothing refers to (journals of QualCoder), and the description of the project. */
  #loose(): void {
    const { notes, description, createdAt } = this.#from
    for (const [guid, { selections }] of notes)
      if (!this.#used.has(guid) && selections.length === 0) this.#memo(guid, { type: 'project', id: '' })
    if (description.trim() !== '')
      this.#memos.push({
        id: idOf(`description ${this.#from.name}`),
        subject: { type: 'project', id: '' },
        name: '',
        text: description,
        author: '',
        updatedAt: this.#instant(createdAt),
      })
  }

  #describe(source: IncomingSource, { description, guid }: RawText): void {
    const { id, importedAt } = source
    const subject = { type: 'source', id } as const
    this.#memos.push({
      id: idOf(`description ${guid}`),
      subject,
      name: '',
      text: description,
      author: '',
      updatedAt: importedAt,
    })
  }

  #memo(guid: string, subject: IncomingMemo['subject']): void {
    const note = this.#from.notes.get(guid)
    if (!note || this.#used.has(guid)) return
    const text = this.#noteText(guid)
    if (text === '') return
    this.#memos.push({
      id: idOf(guid),
      subject,
      name: note.name,
      text,
      author: this.#from.users.get(note.changedBy || note.by) ?? '',
      updatedAt: this.#instant(note.changedAt, note.at),
    })
  }

  #noteText(guid: string): string {
    const note = this.#from.notes.get(guid)
    if (!note) return ''
    this.#used.add(guid)
    return (this.#textOf(note) ?? note.description).replace(/^\ufeff/, '')
  }

  #textOf({ content, path }: RawText): string | null {
    return path === '' ? content : (this.#members.text(path) ?? content)
  }

  /** A time in UTC: the first of two that is one. */
  #instant(written: string, otherwise = ''): string {
    return instantOf(written) ?? instantOf(otherwise) ?? this.#now
  }
}
