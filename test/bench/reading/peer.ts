import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { start } from '../../e2e/driver'
import { atRest, installProbe, jerksOf, SIZE } from './window'

interface Recogito {
  createTextAnnotator(element: HTMLElement): {
    setAnnotations(annotations: readonly object[]): void
    destroy(): void
  }
}

declare global {
  interface Window {
    RecogitoJS: Recogito
  }
}

/** What one run gave. */
export interface PeerFigures {
  open: number
  jerks: number
}

/** Runs in the window: the text in a page of its own, a block for each line, in the measure of our reader. */
function layOut(): void {
  document.body.innerHTML = '<div id="scroller"><div id="text"></div></div>'
  const style = document.createElement('style')
  style.textContent = `
    #scroller { position: fixed; inset: 0; overflow-y: auto; background: #fff; color: #222; font: 17px/1.9 serif; }
    #text { width: 42em; margin: 0 auto; padding: 24px 0 45vh; white-space: pre-wrap; overflow-wrap: anywhere; }`
  document.head.append(style)
}

/** Runs in the window: from the text and the annotations in the project's database to the marks on the screen. */
async function openThere(): Promise<number> {
  const element = document.querySelector<HTMLElement>('#text')
  const probe = window.benchReading
  if (!element || !probe) throw new Error('the page is not laid out')
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const name = names.find((one) => one.startsWith('project-')) ?? ''
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  const db = await asked(indexedDB.open(name))
  const begin = performance.now()
  const read = db.transaction(['texts', 'annotations'])
  const [texts, annotations] = await Promise.all([
    asked<{ text: string }[]>(read.objectStore('texts').getAll()),
    asked<{ id: string; anchor: { start: number; end: number; quote: string } }[]>(
      read.objectStore('annotations').getAll(),
    ),
  ])
  const lines = (texts[0]?.text ?? '').split('\n')
  lines.forEach((line, i) => {
    const block = document.createElement('div')
    block.textContent = i < lines.length - 1 ? `${line}\n` : line
    element.append(block)
  })
  const annotator = window.RecogitoJS.createTextAnnotator(element)
  annotator.setAnnotations(
    annotations.map(({ id, anchor: { start, end, quote } }) => {
      return { id, bodies: [], target: { annotation: id, selector: [{ start, end, quote }] } }
    }),
  )
  return probe.painted(begin, '.r6o-annotation')
}

/** Opens and scrolls the marked text of a project in Recogito, in an emptied window of ours. */
export async function recogito(profile: string): Promise<PeerFigures> {
  const require = createRequire(import.meta.url)
  const script = readFileSync(require.resolve('@recogito/text-annotator'), 'utf8')
  const style = readFileSync(require.resolve('@recogito/text-annotator/text-annotator.css'), 'utf8')
  const workbench = await start({ profile, settings: {}, size: SIZE })
  try {
    const { page } = workbench
    await page.evaluate(layOut)
    await page.addStyleTag({ content: style })
    // Its bundle asks for the environment that bundlers put in.
    await page.evaluate("globalThis.process = { env: { NODE_ENV: 'production' } }")
    await page.evaluate(script)
    await installProbe(page)
    await atRest(page)
    const open = await page.evaluate(openThere)
    return { open, jerks: await jerksOf(page, '#scroller') }
  } finally {
    await workbench.close()
  }
}
