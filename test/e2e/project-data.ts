import type { Page } from 'playwright-core'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import type { Memo } from '#shared/model/memo'

/** What tests read of the project's database. */
interface ProjectData {
  annotations: Annotation[]
  codes: Code[]
  memos: Memo[]
}

/**
 * The annotations in the order of their texts, the codes in their order, and the memos: as the database has them. Where
 * a profile has several projects, those of the one with the most sources.
 */
export const projectData = (page: Page): Promise<ProjectData> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    // A window may be answered no more after a full disk (`renderer/storage/fresh-factory.ts`); a frame of it is.
    const frame = document.body.appendChild(document.createElement('iframe'))
    const { indexedDB } = frame.contentWindow as typeof globalThis & Window
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('project-') ? [name] : []))
    const open: IDBDatabase[] = []
    const all = <T>(db: IDBDatabase, table: string): Promise<T[]> =>
      settled(db.transaction(table).objectStore(table).getAll())
    const read = async (name: string) => {
      const db = await settled(indexedDB.open(name))
      open.push(db)
      return {
        sources: (await all(db, 'sources')).length,
        annotations: await all<Annotation>(db, 'annotations'),
        codes: await all<Code>(db, 'codes'),
        memos: await all<Memo>(db, 'memos'),
      }
    }
    // Closed whatever comes of it: an open one keeps the program from deleting the database.
    const found = await Promise.all(names.map(read)).finally(() => {
      for (const db of open) db.close()
      frame.remove()
    })
    const [{ annotations, codes, memos } = { annotations: [], codes: [], memos: [] }] = found.toSorted(
      (a, b) => b.sources - a.sources,
    )
    annotations.sort((a, b) => a.source.localeCompare(b.source) || a.anchor.start - b.anchor.start)
    codes.sort((a, b) => a.order - b.order)
    return { annotations, codes, memos }
  })

/** The codebook as it is stored: a dash for each level. */
export async function storedTree(page: Page): Promise<string[]> {
  const { codes } = await projectData(page)
  const below = (parent: string | null, depth: number): string[] =>
    codes
      .filter((code) => code.parent === parent)
      .flatMap((code) => ['-'.repeat(depth) + code.name, ...below(code.id, depth + 1)])
  return below(null, 0)
}

/** The names of the codes of each annotation, in the order of the texts. */
export async function storedCodings(page: Page): Promise<string[]> {
  const { annotations, codes } = await projectData(page)
  const names = new Map(codes.map(({ id, name }) => [id, name]))
  return annotations.map(({ codes: ids }) => ids.map((id) => names.get(id)).join('+'))
}
