import { chooseInDialog, newFolder, removeProfile, start, type Workbench } from '../../e2e/driver'
import { withProfile } from '../app'
import type { MarkedText } from './texts'
import { installProbe, SIZE } from './window'

const AT = '2026-01-01T00:00:00.000Z'
const COLORS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7']
const NAME = 'bench.txt'

interface Made {
  marks: MarkedText['marks']
  colors: readonly string[]
  at: string
}

/** Runs in the window: codes and annotations as they lie in the database of a project that was coded before. */
async function fill({ marks, colors, at }: Made): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const name = names.find((one) => one.startsWith('project-'))
  if (!name) throw new Error('no project is there')
  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((done, failed) => {
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => failed(asked.error)
    })
  const db = await request(indexedDB.open(name))
  const read = db.transaction(['texts', 'sources'])
  const [texts, sources] = await Promise.all([
    request<{ text: string; reading: string }[]>(read.objectStore('texts').getAll()),
    request<{ hash: string }[]>(read.objectStore('sources').getAll()),
  ])
  const [text, reading] = [texts[0]?.text ?? '', texts[0]?.reading ?? '']
  const write = db.transaction(['codes', 'annotations'], 'readwrite')
  const codes = colors.map((color, i) => {
    const id = crypto.randomUUID()
    const rest = { parent: null, color, definition: '', example: '', order: i, key: i + 1, author: '', createdAt: at }
    write.objectStore('codes').put({ id, name: `编码${i + 1}`, ...rest })
    return id
  })
  marks.forEach(({ start, end }, i) => {
    write.objectStore('annotations').put({
      id: crypto.randomUUID(),
      source: sources[0]?.hash,
      reading,
      report: null,
      anchor: {
        start,
        end,
        quote: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
      },
      codes: [codes[i % codes.length]],
      memo: '',
      author: '',
      rule: null,
      createdAt: at,
      updatedAt: at,
      orphan: false,
    })
  })
  await new Promise((done, failed) => {
    write.oncomplete = done
    write.onabort = failed
  })
  db.close()
  return text.length
}

/** A project in which a text is imported and marked. */
async function prepare({ app, page }: Workbench, { text, marks }: MarkedText): Promise<void> {
  const folder = newFolder({ [NAME]: text })
  try {
    await chooseInDialog(app, [`${folder}/${NAME}`])
    await page.evaluate(async () => {
      const bridge = window.duibiao
      const done = new Promise<void>((resolve) => {
        const stop = bridge?.on('import:progress', (payload) => {
          const { state } = payload as { state: string }
          if (state === 'running' || state === 'paused') return
          stop?.()
          resolve()
        })
      })
      await bridge?.invoke('import:choose', { what: 'files' })
      await done
    })
    const length = await page.evaluate(fill, { marks, colors: COLORS, at: AT })
    if (length !== text.length) throw new Error(`${length} of ${text.length} characters were imported`)
  } finally {
    removeProfile(folder)
  }
}

/** Gives work the profile of a project in which a text is imported and marked. */
export const withProject = <T>(marked: MarkedText, work: (profile: string) => Promise<T>): Promise<T> =>
  withProfile(async (profile) => {
    const workbench = await start({ profile, settings: {}, size: SIZE })
    try {
      await installProbe(workbench.page)
      await prepare(workbench, marked)
    } finally {
      await workbench.close()
    }
    return work(profile)
  })
