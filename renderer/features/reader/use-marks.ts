import type { StateEffect } from '@codemirror/state'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '#shared/model/annotation'
import { partsOf } from '#shared/statements/parts'
import type { AnnotationsChange } from '../../storage'
import { type OpenReader, useReaders } from './active'
import { type AnnotationMark, type MarksChange, patchAnnotations, setAnnotations } from './editor/annotation-marks'
import { setPages } from './editor/page-marks'
import { setCurrentStatement, setStatements } from './editor/statement-marks'
import { setStructure } from './editor/structure-marks'
import { annotationMarks, pageMarks, statementMarks, structureMarks } from './marks'

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
  const { t } = useTranslation()
  const { view, bundle, live, codes, statements } = reader ?? {}
  const reading = bundle?.reading.id
  const text = bundle?.text.text
  const current = useReaders((state) => state.statement)
  const [queue] = useState<StateEffect<unknown>[]>(() => [])

  useLayoutEffect(() => {
    if (view && bundle) queue.push(setStructure.of(structureMarks(bundle, t)))
  }, [queue, view, bundle, t])

  useLayoutEffect(() => {
    if (view && bundle) queue.push(setPages.of(pageMarks(bundle, t)))
  }, [queue, view, bundle, t])

  // A corrected text has moved the marks that it had; those that are stored for it may have come before it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!view || !reading || !live || !codes) return
    const marksOf = (annotations: readonly Annotation[]) => annotationMarks(annotations, codes, reading)
    const all = () => setAnnotations.of(marksOf(live.list ?? []))
    queue.push(all())
    return live.subscribe((change) => {
      if (change === 'all') view.dispatch({ effects: all() })
      else view.dispatch({ effects: patchAnnotations.of(marksChange(change, marksOf)) })
    })
  }, [queue, view, reading, text, live, codes])

  // biome-ignore lint/correctness/useExhaustiveDependencies: as with annotations
  useLayoutEffect(() => {
    if (view && statements) queue.push(setStatements.of(statementMarks(statements)))
  }, [queue, view, text, statements])

  useLayoutEffect(() => {
    if (!view || !bundle || !statements) return
    const found = statements.find(({ report: id, key }) => id === current?.report && key === current.key)
    queue.push(setCurrentStatement.of(found ? partsOf(bundle.text.text, found) : []))
  }, [queue, view, bundle, statements, current])

  // What has changed together goes into the text together: each update of its own would lay the text out once more.
  useLayoutEffect(() => {
    if (view && queue.length > 0) view.dispatch({ effects: queue.splice(0) })
  })
}
