/*
 * Reads a project package by what docs/data.md says, and by nothing else: Node's own modules, no import of ours.
 */
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

type Json = Record<string, unknown>

/** The members of a zip without zip64, by their paths. */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const members = new Map<string, Buffer>()
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const lengths = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)] as const
    const path = zip.toString('utf8', at + 46, at + 46 + lengths[0])
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(start, start + packed)
    members.set(path, method === 8 ? inflateRawSync(bytes) : bytes)
    at += 46 + lengths[0] + lengths[1] + lengths[2]
  }
  return members
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const linesOf = (bytes: Buffer | undefined): Json[] =>
  (bytes?.toString('utf8') ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

const objectOf = (value: unknown): Json => Object(value)

/** A package as its description tells it. */
export class DescribedPackage {
  readonly manifest: Json
  readonly project: Json
  readonly journal: Json[]
  readonly #members: Map<string, Buffer>

  constructor(zip: Buffer) {
    this.#members = unzip(zip)
    this.manifest = this.#json('manifest.json')
    this.project = this.#json('project.json')
    this.journal = linesOf(this.#members.get('journal.jsonl'))
  }

  /** What is not as the manifest says. */
  faults(): string[] {
    const faults: string[] = []
    const listed = (this.manifest.members as Json[]).map((member) => {
      const bytes = this.#members.get(String(member.path))
      if (bytes?.length !== member.bytes || !bytes || sha256(bytes) !== member.sha256) faults.push(String(member.path))
      return String(member.path)
    })
    if ([...this.#members.keys()].join() !== [...listed, 'manifest.json'].join()) faults.push('manifest.json')
    for (const [path, bytes] of this.#members)
      if (path.startsWith('originals/') && path !== `originals/${sha256(bytes)}`) faults.push(path)
    if (this.journal.some(({ sequence }, at) => sequence !== at + 1)) faults.push('journal.jsonl')
    return faults
  }

  /** The records of a table, as the package holds them. */
  records(table: string): Json[] {
    return linesOf(this.#members.get(`records/${table}.jsonl`))
  }

  /** The records of a table, as the end of the journal has them. */
  folded(table: string): Json[] {
    const records = new Map<unknown, unknown>()
    for (const { changes } of this.journal)
      for (const change of changes as Json[]) {
        if (change.table !== table) continue
        if (change.after === null) records.delete(change.key)
        else records.set(change.key, change.after)
      }
    return [...records.values()].map(objectOf)
  }

  /** The words of a span of a reading, counted as the page shows it for Python: two bytes a code unit. */
  span(reading: unknown, start: number, end: number): string {
    const text = this.text(reading)
    return Buffer.from(text, 'utf16le')
      .subarray(2 * start, 2 * end)
      .toString('utf16le')
  }

  text(reading: unknown): string {
    const bytes = this.#members.get(`texts/${String(reading).replace(':', '.')}.txt`)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  }

  original(hash: unknown): Buffer | undefined {
    return this.#members.get(`originals/${String(hash)}`)
  }

  /** The id of the n-th report of a source. */
  reportId(hash: unknown, ordinal: unknown): string {
    const h = String(hash)
    const n = Number(ordinal).toString(16).padStart(3, '0')
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(12, 15)}-8${h.slice(15, 18)}-${h.slice(18, 27)}${n}`
  }

  #json(path: string): Json {
    return JSON.parse(this.#members.get(path)?.toString('utf8') ?? '')
  }
}
