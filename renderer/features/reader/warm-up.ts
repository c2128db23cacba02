import { useEffect } from 'react'
import { CODE_COLORS } from '#shared/model/code'
import { BUILT_IN } from '#shared/statements/dictionary'
import { preferences } from '../../bridge'
import { libraryKeeperOf, useSession } from '../../storage'
import { offerAhead } from '../../workbench'
import { readingStyle } from '../settings'
import { annotationField, buildAnnotations } from './editor/annotation-marks'
import { createEditor, type EditorEvents, measureNow } from './editor/create-editor'
import { buildStatements, statementField } from './editor/statement-marks'
import { buildStructure, structureField } from './editor/structure-marks'
import { readAhead } from './held-source'
import { ownExtensions } from './use-editor'

const SILENT: EditorEvents = {
  onSelection() {},
  onScroll() {},
  onClick() {},
  onStripe() {},
  onAdjust() {},
  onDrop() {},
}

/** Lines of the sample, and indicators named in each: a view full of text. */
const LINES = 24
const NAMES = 16

/** UTF-16 code units from one mark of the sample to the next. */
const STEP = 6

/** A text of the words that reports are made of, so with the letters that they are drawn with, and marks that overlap. */
function sample() {
  const names = BUILT_IN.indicators.map(({ name }) => name)
  const lines = Array.from({ length: LINES }, (_, i) => names.slice(i * NAMES, (i + 1) * NAMES).join('，'))
  const text = lines.join('\n')
  const marks = Array.from({ length: Math.floor(text.length / STEP) - 4 }, (_, i) => {
    const start = i * STEP
    const colors = [CODE_COLORS[i % CODE_COLORS.length] ?? '']
    return { id: String(i), start, end: start + 4 + ((i * 13) % 13), colors, names: [], memo: '' }
  })
  const statements = marks
    .filter((_, i) => i % 5 === 0)
    .map(({ id, start }) => {
      return { report: '', key: id, role: 'actual' as const, status: 'suggested' as const, start, end: start + 3 }
    })
  return { text, marks, statements, heading: { start: 0, end: lines[0]?.length ?? 0, level: 1 } }
}

/**
 * Draws a text where nobody sees it and takes it away at once. The first text of a window costs twice what each later
 * one does: code is compiled, letters are looked up in their fonts, and the styles of editor and marks come into the
 * page, which has the whole window styled anew.
 */
function drawSample(): void {
  const { text, marks, statements, heading } = sample()
  const host = document.createElement('div')
  host.className = 'db-reader'
  host.inert = true
  host.style.cssText = 'position: fixed; inset: 0; contain: strict; visibility: hidden'
  const surface = document.createElement('div')
  surface.className = 'db-reader-surface'
  surface.lang = 'zh-CN'
  for (const [name, value] of Object.entries(readingStyle(preferences().settings)))
    host.style.setProperty(name, String(value))
  host.append(surface)
  document.body.append(host)
  const view = createEditor(surface, {
    text,
    name: '',
    events: SILENT,
    extensions: [
      ownExtensions,
      structureField.init(() => buildStructure(text, { stretches: [], headings: [heading], joins: [] })),
      annotationField.init(() => buildAnnotations(marks, text.length)),
      statementField.init(() => buildStatements(statements, text.length)),
    ],
  })
  measureNow(view)
  view.destroy()
  host.remove()
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

/** While nothing else is to be done, makes ready for the first text that is opened; reads ahead what may be opened next. */
export function WarmUp(): null {
  const session = useSession()
  useEffect(() => onceUsed(libraryKeeperOf(session.db), drawSample), [session])
  useEffect(() => offerAhead('reader', (hash) => readAhead(session, hash)), [session])
  return null
}
