import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { partsOf } from '#shared/statements/parts'
import { type OpenReader, useReaders } from './active'
import { setAnnotations } from './editor/annotation-marks'
import { setPages } from './editor/page-marks'
import { setCurrentStatement, setStatements } from './editor/statement-marks'
import { setStructure } from './editor/structure-marks'
import { annotationMarks, pageMarks, statementMarks, structureMarks } from './marks'

/** Brings annotations, statements and structure into the view whenever they change. */
export function useMarks(reader: OpenReader | null): void {
  const { t } = useTranslation()
  const { view, bundle, annotations, codes, statements } = reader ?? {}
  const current = useReaders((state) => state.statement)

  useEffect(() => {
    if (view && bundle) view.dispatch({ effects: setStructure.of(structureMarks(bundle, t)) })
  }, [view, bundle, t])

  useEffect(() => {
    if (view && bundle) view.dispatch({ effects: setPages.of(pageMarks(bundle, t)) })
  }, [view, bundle, t])

  useEffect(() => {
    if (!view || !bundle || !annotations || !codes) return
    view.dispatch({ effects: setAnnotations.of(annotationMarks(annotations, codes, bundle.reading.id)) })
  }, [view, bundle, annotations, codes])

  useEffect(() => {
    if (view && statements) view.dispatch({ effects: setStatements.of(statementMarks(statements)) })
  }, [view, statements])

  useEffect(() => {
    if (!view || !bundle || !statements) return
    const found = statements.find(({ report: id, key }) => id === current?.report && key === current.key)
    view.dispatch({ effects: setCurrentStatement.of(found ? partsOf(bundle.text.text, found) : []) })
  }, [view, bundle, statements, current])
}
