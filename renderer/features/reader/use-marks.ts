import type { Extension, StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { TFunction } from 'i18next'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { partsOf } from '#shared/statements/parts'
import type { AnnotationsChange, ReviewStatement, SourceBundle } from '../../storage'
import { type OpenReader, useReaders } from './active'
import {
  type AnnotationMark,
  annotationField,
  buildAnnotations,
  type MarksChange,
  patchAnnotations,
  setAnnotations,
} from './editor/annotation-marks'
import { caretFor } from './editor/caret-with'
import { buildPages, pageField, setPages } from './editor/page-marks'
import {
  buildStatements,
  currentStatementField,
  setCurrentStatement,
  setStatements,
  statementField,
} from './editor/statement-marks'
import { buildStructure, setStructure, structureField } from './editor/structure-marks'
import { annotationMarks, pageMarks, statementMarks, structureMarks } from './marks'
import type { Material } from './use-material'

/** What a surface shows since it was made: that need not be set again. */
interface Shown {
  bundle: SourceBundle
  language: string
  codes: readonly Code[]
  annotations: readonly Annotation[] | null
  statements: readonly ReviewStatement[]
}

const first = new WeakMap<EditorView, Shown>()

/** The marks that a surface has from the beginning. */
export function firstMarks(bundle: SourceBundle, { live, codes, statements }: Material, t: TFunction): Extension {
  const marks = annotationMarks(live.list ?? [], codes, bundle.reading.id)
  const { text } = bundle.text
  return [
    structureField.init(() => buildStructure(text, structureMarks(bundle, t))),
    pageField.init(() => buildPages(pageMarks(bundle, t), text.length)),
    annotationField.init(() => buildAnnotations(marks, text.length)),
    statementField.init(() => buildStatements(statementMarks(statements), text.length)),
  ]
}

/** Notes what a surface was made with. */
export const noteMarks = (
  view: EditorView,
  bundle: SourceBundle,
  { live, codes, statements }: Material,
  language: string,
): void => void first.set(view, { bundle, language, codes, annotations: live.list, statements })

/** A change as the text shows it: what is no more in place of a reading, or lost its place, goes. */
function marksChange(
  { put, gone }: Exclude<AnnotationsChange, 'all'>,
  marksOf: (annotations: readonly Annotation[]) => AnnotationMark[],
): MarksChange {
  const marks = marksOf(put)
  const drawn = new Set(marks.map(({ id }) => id))
  return { put: marks, gone: [...gone, ...put.flatMap(({ id }) => (drawn.has(id) ? [] : [id]))] }
}

/** Brings annotations, statements and structure into the view whenever they change. */
export function useMarks(reader: OpenReader | null): void {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { view, bundle, live, codes, statements } = reader ?? {}
  const reading = bundle?.reading.id
  const text = bundle?.text.text
  const current = useReaders((state) => state.statement)
  const [queue] = useState<StateEffect<unknown>[]>(() => [])

  useLayoutEffect(() => {
    if (!view || !bundle) return
    const made = first.get(view)
    if (made?.bundle === bundle && made.language === language) return
    queue.push(setStructure.of(structureMarks(bundle, t)), setPages.of(pageMarks(bundle, t)))
  }, [queue, view, bundle, t, language])

  // A corrected text has moved the marks that it had; those that are stored for it may have come before it.
  useLayoutEffect(() => {
    if (!view || !reading || !live || !codes) return
    const marksOf = (annotations: readonly Annotation[]) => annotationMarks(annotations, codes, reading)
    const all = () => setAnnotations.of(marksOf(live.list ?? []))
    const made = first.get(view)
    const known = made?.bundle.text.text === text && made?.codes === codes && made.annotations === live.list
    if (!known) queue.push(all())
    return live.subscribe((change) => {
      if (change === 'all') view.dispatch({ effects: all() })
      else view.dispatch({ ...caretFor(view), effects: patchAnnotations.of(marksChange(change, marksOf)) })
    })
  }, [queue, view, reading, text, live, codes])

  useLayoutEffect(() => {
    if (!view || !statements) return
    const made = first.get(view)
    if (made?.bundle.text.text === text && made?.statements === statements) return
    queue.push(setStatements.of(statementMarks(statements)))
  }, [queue, view, text, statements])

  useLayoutEffect(() => {
    if (!view || !bundle || !statements) return
    const found = statements.find(({ report: id, key }) => id === current?.report && key === current.key)
    if (!found && view.state.field(currentStatementField).size === 0) return
    queue.push(setCurrentStatement.of(found ? partsOf(bundle.text.text, found) : []))
  }, [queue, view, bundle, statements, current])

  // What has changed together goes into the text together: each update of its own would lay the text out once more.
  useLayoutEffect(() => {
    if (view && queue.length > 0) view.dispatch({ effects: queue.splice(0) })
  })
}
