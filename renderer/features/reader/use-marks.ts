import type { Extension, StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { TFunction } from 'i18next'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partsOfMatter } from '#shared/matters/parts'
import type { Annotation } from '#shared/model/annotation'
import type { Code } from '#shared/model/code'
import { partsOf } from '#shared/statements/parts'
import type { AnnotationsChange, ReviewMatter, ReviewStatement, SourceBundle } from '../../storage'
import { currentName, type InReport, type OpenReader, useReaders } from './active'
import {
  type AnnotationMark,
  annotationField,
  buildAnnotations,
  type MarksChange,
  patchAnnotations,
  setAnnotations,
} from './editor/annotation-marks'
import { caretFor } from './editor/caret-with'
import { buildMatters, matterField, setMatters } from './editor/matter-marks'
import { buildPages, pageField, setPages } from './editor/page-marks'
import {
  buildStatements,
  type CurrentPart,
  currentPartsField,
  setCurrentParts,
  setStatements,
  statementField,
} from './editor/statement-marks'
import { buildStructure, setStructure, structureField } from './editor/structure-marks'
import { lateColumns } from './margin/first-columns'
import { annotationMarks, markOf, matterMarks, pageMarks, statementMarks, structureMarks } from './marks'
import type { Material } from './use-material'

/** What a surface shows since it was made: that need not be set again. */
interface Shown {
  bundle: SourceBundle
  language: string
  codes: readonly Code[]
  annotations: readonly Annotation[] | null
  statements: readonly ReviewStatement[]
  matters: readonly ReviewMatter[]
}

const first = new WeakMap<EditorView, Shown>()

/** The marks that a surface has from the beginning. */
export function firstMarks(
  bundle: SourceBundle,
  { live, codes, statements, matters }: Omit<Material, 'read'>,
  t: TFunction,
): Extension {
  const marks = annotationMarks(live.early ?? [], codes, bundle.reading.id)
  const { text } = bundle.text
  return [
    structureField.init(() => buildStructure(text, structureMarks(bundle, t))),
    pageField.init(() => buildPages(pageMarks(bundle, t), text.length)),
    annotationField.init(() => buildAnnotations(marks, text.length)),
    statementField.init(() => buildStatements(statementMarks(statements), text.length)),
    matterField.init(() => buildMatters(matterMarks(text, matters), text.length)),
  ]
}

/** Notes what a surface was made with. */
export const noteMarks = (
  view: EditorView,
  bundle: SourceBundle,
  { live, codes, statements, matters }: Omit<Material, 'read'>,
  language: string,
): void => void first.set(view, { bundle, language, codes, annotations: live.early, statements, matters })

/** A change as the text shows it: what is no more in place of a reading, or lost its place, goes. */
function marksChange(
  { put, gone }: Exclude<AnnotationsChange, string>,
  marksOf: (annotations: readonly Annotation[]) => AnnotationMark[],
): MarksChange {
  const marks = marksOf(put)
  const drawn = new Set(marks.map(({ id }) => id))
  return { put: marks, gone: [...gone, ...put.flatMap(({ id }) => (drawn.has(id) ? [] : [id]))] }
}

/** The parts of what is current. */
function partsShown(
  text: string,
  { statements, matters }: Pick<Material, 'statements' | 'matters'>,
  current: InReport | null,
): CurrentPart[] {
  if (!current) return []
  const isCurrent = ({ report, key }: InReport) => report === current.report && key === current.key
  const statement = statements.find(isCurrent)
  if (statement) return partsOf(text, statement)
  const matter = matters.find(isCurrent)
  if (!matter || matter.orphan) return []
  return [{ part: 'matter', ...markOf(text, matter) }, ...partsOfMatter(text, matter.content)]
}

/** Brings annotations, statements, matters and structure into the view whenever they change. */
export function useMarks(reader: OpenReader | null): void {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const { view, bundle, live, codes, statements, matters } = reader ?? {}
  const reading = bundle?.reading.id
  const text = bundle?.text.text
  const current = useReaders(currentName)
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
    const all = () => setAnnotations.of(marksOf(live.early ?? []))
    const made = first.get(view)
    const known = made?.bundle.text.text === text && made?.codes === codes && made.annotations === live.early
    if (!known) queue.push(all())
    return live.subscribe((change) => {
      if (typeof change === 'string') {
        const beside = change === 'all' ? lateColumns(view, { annotations: live.list ?? [], codes }) : []
        view.dispatch({ effects: [all(), ...beside] })
      } else view.dispatch({ ...caretFor(view), effects: patchAnnotations.of(marksChange(change, marksOf)) })
    })
  }, [queue, view, reading, text, live, codes])

  useLayoutEffect(() => {
    if (!view || !statements) return
    const made = first.get(view)
    if (made?.bundle.text.text === text && made?.statements === statements) return
    queue.push(setStatements.of(statementMarks(statements)))
  }, [queue, view, text, statements])

  useLayoutEffect(() => {
    if (!view || text === undefined || !matters) return
    const made = first.get(view)
    if (made?.bundle.text.text === text && made?.matters === matters) return
    queue.push(setMatters.of(matterMarks(text, matters)))
  }, [queue, view, text, matters])

  useLayoutEffect(() => {
    if (!view || text === undefined || !statements || !matters) return
    const shown = partsShown(text, { statements, matters }, current)
    if (shown.length === 0 && view.state.field(currentPartsField).size === 0) return
    queue.push(setCurrentParts.of(shown))
  }, [queue, view, text, statements, matters, current])

  // What has changed together goes into the text together: each update of its own would lay the text out once more.
  useLayoutEffect(() => {
    if (view && queue.length > 0) view.dispatch({ effects: queue.splice(0) })
  })
}
