import { EditorView } from '@codemirror/view'
import { type ReactNode, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { libraryKeeperOf, type Session, SessionProvider, useSession } from '../../storage'
import { offerAhead } from '../../workbench'
import { readerStore } from './active'
import { setStatements } from './editor/statement-marks'
import { setStructure } from './editor/structure-marks'
import { readAhead, sourceOf } from './held-source'
import { Surface } from './reader-surface'
import type { Material } from './use-material'
import { readParams } from './use-params'
import { frequentLetters, makeSample, type Sample } from './warm-up-sample'

/**
 * So often the sample is drawn, 15 to 20 ms at a time: the browser's engine makes code the faster the more often it has
 * seen it. All tasks of an opening took 86 ms of processor time after 4 rounds, 71 after 10, 64 after 16, 59 after 30.
 */
export const ROUNDS = 30

/** What every later text of a window does, with a text that is nowhere but in memory. */
async function sampleReader(session: Session) {
  const sample = makeSample()
  const { hash, bundle, codes } = sample
  const source = sourceOf(session, hash)
  await source.all()
  for (const annotation of sample.annotations) source.live.preview(annotation)
  // As if they were not read: so no command hears of it.
  const material: Material = { live: source.live, read: false, codes, statements: [], matters: [] }
  const reader = (
    <SessionProvider session={session}>
      <Surface id={hash} bundle={bundle} material={material} columns={0} params={{}} visible={false} tab />
    </SessionProvider>
  )
  return { sample, reader, letGo: () => source.stop() }
}

/**
 * Draws a text where nobody sees it and takes it away in the same turn. The first text of a window costs twice what
 * each later one does: code is compiled, letters are looked up in their fonts, and the styles of editor and marks come
 * into the page, which has the whole window styled anew.
 */
async function draw(reader: ReactNode, { statements, structure }: Sample): Promise<LetterStyle | null> {
  const host = document.createElement('div')
  host.inert = true
  host.style.cssText = 'position: fixed; inset: 0; contain: strict; visibility: hidden'
  document.body.append(host)
  const root = createRoot(host)
  try {
    flushSync(() => root.render(reader))
    const view = EditorView.findFromDOM(host)
    view?.dispatch({ effects: [setStatements.of(statements), setStructure.of(structure)] })
    // What a text does behind all that comes into the page with it.
    await Promise.resolve()
    if (!view) return null
    const { fontFamily, fontSize } = getComputedStyle(view.contentDOM)
    return { fontFamily, fontSize }
  } finally {
    root.unmount()
    host.remove()
  }
}

/** How the letters of a text look. */
type LetterStyle = Pick<CSSStyleDeclaration, 'fontFamily' | 'fontSize'>

/** So many letters are looked up at a time: a few milliseconds. */
const LETTERS_AT_ONCE = 300

function lettersInParts(): string[] {
  const letters = frequentLetters()
  const parts = Math.ceil(letters.length / LETTERS_AT_ONCE)
  return Array.from({ length: parts }, (_, i) => letters.slice(i * LETTERS_AT_ONCE, (i + 1) * LETTERS_AT_ONCE))
}

/**
 * Has letters looked up in their font where nobody sees it. A text is laid out in a third of the time where the font has
 * given how wide each of its letters is; one long line asks for all of them at once.
 */
function lookUp(letters: string, look: LetterStyle): void {
  const line = document.createElement('div')
  line.inert = true
  line.style.cssText = 'position: fixed; inset: 0; contain: strict; visibility: hidden'
  Object.assign(line.style, look)
  line.textContent = letters
  document.body.append(line)
  line.getBoundingClientRect()
  line.remove()
}

/** What tells that somebody is at the window. */
const SIGNS = ['pointermove', 'keydown'] as const

/**
 * Does work once when a window shows its first lines, somebody uses it, and nothing else is to be done: while lines are
 * read it only seems so, and a window in which nobody will read needs no fonts in its memory.
 * @returns the function that calls it off
 */
function onceUsed(library: ReturnType<typeof libraryKeeperOf>, work: () => void): () => void {
  let idle = 0
  let used = false
  const unsubscribe = library.subscribe(() => look())
  const sign = () => {
    used = true
    look()
  }
  const end = () => {
    unsubscribe()
    for (const name of SIGNS) removeEventListener(name, sign, true)
  }
  const look = () => {
    if (!used || !library.known()) return
    end()
    idle = requestIdleCallback(work)
  }
  for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true })
  return () => {
    end()
    cancelIdleCallback(idle)
  }
}

const idle = (): Promise<void> => new Promise((done) => requestIdleCallback(() => done()))

/** Draws the sample while no text is open: with one that is, all is ready. */
async function warmUp(session: Session, signal: AbortSignal): Promise<void> {
  const needed = () => !signal.aborted && readerStore.getState().readers.size === 0
  if (!needed()) return
  const { sample, reader, letGo } = await sampleReader(session)
  try {
    let look: LetterStyle | null = null
    const steps = [
      ...Array.from({ length: ROUNDS }, () => async () => {
        look = await draw(reader, sample)
      }),
      ...lettersInParts().map((letters) => () => look && lookUp(letters, look)),
    ]
    for (const step of steps) {
      await idle()
      if (!needed()) return
      await step()
    }
  } finally {
    letGo()
  }
}

/** Makes ready for the first text once somebody uses the window; returns the function that calls it off. */
function warmUpOnceUsed(session: Session): () => void {
  const off = new AbortController()
  const callOff = onceUsed(libraryKeeperOf(session.db), () => void warmUp(session, off.signal))
  return () => {
    off.abort()
    callOff()
  }
}

/** While nothing else is to be done, makes ready for the first text that is opened; reads ahead what may be opened next. */
export function WarmUp(): null {
  const session = useSession()
  useEffect(() => warmUpOnceUsed(session), [session])
  useEffect(() => offerAhead('reader', (hash, params) => readAhead(session, hash, readParams(params))), [session])
  return null
}
