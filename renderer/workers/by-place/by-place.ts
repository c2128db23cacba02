import type { ReportMaterial } from '#shared/compare/material'
import {
  type MaterialPlace,
  type MaterialsChange,
  materialPlaces,
  type ProjectDatabase,
  reportMaterials,
  watchMaterials,
} from '../../storage/compare-worker'

/** How the reports of a place become what is kept of it. */
export interface Maker<Basis, Value> {
  /** Whether the texts are needed. */
  text: boolean
  /** Whether the reports of the place above are needed. */
  above: boolean
  /** Tables of the project's own records that `basis` is read from. */
  records: readonly string[]
  /** What it goes by beside reports: settings, rulings. */
  basis: (db: ProjectDatabase) => Promise<Basis>
  /** Pure. @param own the reports of the place, by year @param above those of the place above it */
  make: (place: string, own: readonly ReportMaterial[], above: readonly ReportMaterial[], basis: Basis) => Value
}

/** What was made of a place, and of what. */
interface Kept<Value> {
  signature: string
  value: Value
}

/** Places that are being read: what changes meanwhile makes them doubtful, and then nothing of them is kept. */
interface Reading {
  signatures: readonly string[]
  doubtful: boolean
}

const concerns = (signature: string, reports: ReadonlySet<string>): boolean =>
  [...reports].some((report) => signature.includes(report))

/** Told for each place in turn, with how many of how many are done. */
type Told<Value> = (place: string, value: Value, done: number, total: number) => void

/** Places whose reports are read at once. */
const AT_ONCE = 8

/**
 * What is made of the reports of each place of a project, kept until one of them changes, so that a question about the
 * whole library is answered from memory and a change costs one place.
 */
export class ByPlace<Basis, Value> {
  readonly #db: ProjectDatabase
  readonly #maker: Maker<Basis, Value>
  readonly #kept = new Map<string, Kept<Value>>()
  readonly #readings = new Set<Reading>()
  readonly #stop: () => void
  #basis: Promise<Basis> | null = null

  /** @param heard told when something that was made may be another now */
  constructor(db: ProjectDatabase, maker: Maker<Basis, Value>, heard: () => void = () => undefined) {
    this.#db = db
    this.#maker = maker
    this.#stop = watchMaterials(db, (change) => {
      if (this.#forget(change)) heard()
    })
  }

  /** Ends it and closes the database. */
  close(): void {
    this.#stop()
    this.#db.close()
  }

  /**
   * Tells what is made of places, those that are kept first, then the others as they are made.
   * @param codes the places wanted, null for all
   * @param going asked between places; false ends it
   */
  async read(codes: readonly string[] | null, told: Told<Value>, going: () => boolean = () => true): Promise<void> {
    const all = await materialPlaces(this.#db)
    const byCode = new Map(all.map((place) => [place.code, place]))
    const wanted = codes ? codes.flatMap((code) => byCode.get(code) ?? []) : all
    this.#dropGone(byCode)
    const signatureOf = (place: MaterialPlace): string =>
      this.#maker.above ? `${place.signature}|${byCode.get(place.parent ?? '')?.signature}` : place.signature
    let done = 0
    const missing: MaterialPlace[] = []
    for (const place of wanted) {
      const kept = this.#kept.get(place.code)
      if (kept?.signature === signatureOf(place)) told(place.code, kept.value, ++done, wanted.length)
      else missing.push(place)
    }
    for (let at = 0; at < missing.length && going(); at += AT_ONCE) {
      const some = missing.slice(at, at + AT_ONCE)
      const reading: Reading = { signatures: some.map(signatureOf), doubtful: false }
      this.#readings.add(reading)
      try {
        for await (const [place, value] of this.#make(some, byCode)) {
          if (!reading.doubtful) this.#kept.set(place.code, { signature: signatureOf(place), value })
          told(place.code, value, ++done, wanted.length)
        }
      } finally {
        this.#readings.delete(reading)
      }
    }
  }

  async *#make(
    places: readonly MaterialPlace[],
    byCode: ReadonlyMap<string, MaterialPlace>,
  ): AsyncGenerator<[MaterialPlace, Value]> {
    const { text, above, make } = this.#maker
    const basis = await this.#basisNow()
    const parents = above ? places.flatMap(({ parent }) => byCode.get(parent ?? '') ?? []) : []
    const reports = [...new Set([...places, ...parents].flatMap((place) => place.reports))]
    const materials = new Map<string, ReportMaterial[]>()
    for await (const some of reportMaterials(this.#db, { reports, text }))
      for (const material of some) {
        const code = material.report.place?.code ?? ''
        materials.set(code, [...(materials.get(code) ?? []), material])
      }
    for (const place of places) {
      const own = materials.get(place.code) ?? []
      yield [place, make(place.code, own, materials.get(place.parent ?? '') ?? [], basis)]
    }
  }

  #basisNow(): Promise<Basis> {
    if (this.#basis) return this.#basis
    const basis = this.#maker.basis(this.#db)
    this.#basis = basis
    // What could not be read is asked for again by the next who wants it.
    basis.catch(() => {
      if (this.#basis === basis) this.#basis = null
    })
    return basis
  }

  #dropGone(known: ReadonlyMap<string, MaterialPlace>): void {
    for (const code of this.#kept.keys()) if (!known.has(code)) this.#kept.delete(code)
  }

  /** Forgets what a change makes doubtful; false where it makes nothing so. */
  #forget({ reports, listed, records }: MaterialsChange): boolean {
    const turned = this.#maker.records.some((table) => records.has(table))
    if (turned) this.#basis = null
    if (turned || reports === null) {
      this.#kept.clear()
      for (const reading of this.#readings) reading.doubtful = true
      return true
    }
    let forgot = listed
    for (const [code, { signature }] of this.#kept)
      if (concerns(signature, reports)) forgot = this.#kept.delete(code) || forgot
    for (const reading of this.#readings) {
      if (!listed && !reading.signatures.some((signature) => concerns(signature, reports))) continue
      reading.doubtful = true
      forgot = true
    }
    // What nobody has asked for yet cannot have become another; a new report is among those listed.
    return forgot
  }
}
