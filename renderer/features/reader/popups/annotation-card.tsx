import { MessageSquare, MoveHorizontal, Plus, Trash2, X } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '#shared/model/annotation'
import { LinkedText } from '../../memo-editor'
import { type OpenReader, showPopup } from '../active'
import { startAdjusting } from '../adjust'
import { annotationsAt, applyCode, deleteAnnotation } from '../coding'
import { setHandles } from '../editor/handles'
import { useAnnotations } from '../use-annotations'

/** An annotation: its codes and memo, and what can be done with it. It leaves the focus in the text. */
export function AnnotationCard({ reader, annotation: id }: { reader: OpenReader; annotation: string }) {
  const { t } = useTranslation()
  const annotation = useAnnotations(reader).find((one) => one.id === id)
  useHandles(reader, annotation)
  if (!annotation) return null
  return (
    <section className="db-card" aria-label={t('reader.card.label')}>
      <Others reader={reader} id={id} />
      <Codes reader={reader} annotation={annotation} />
      {annotation.memo !== '' && (
        <p className="db-card-memo">
          <LinkedText text={annotation.memo} />
        </p>
      )}
      <div className="db-popup-actions">
        <button
          type="button"
          className="db-quiet"
          onClick={() => showPopup({ type: 'memo', span: null, annotation: id })}
        >
          <MessageSquare size={14} aria-hidden="true" /> {t('reader.card.memo')} <kbd>M</kbd>
        </button>
        <button type="button" className="db-quiet" onClick={() => startAdjusting(reader, annotation)}>
          <MoveHorizontal size={14} aria-hidden="true" /> {t('reader.card.span')} <kbd>H</kbd>
        </button>
        <button type="button" className="db-quiet db-danger" onClick={() => void deleteAnnotation(reader, id)}>
          <Trash2 size={14} aria-hidden="true" /> {t('reader.card.remove')} <kbd>Del</kbd>
        </button>
      </div>
    </section>
  )
}

/** Lets the ends of the annotation be taken hold of while its card is open. */
function useHandles(reader: OpenReader, annotation: Annotation | undefined): void {
  const { view } = reader
  const { id } = annotation ?? {}
  const { start, end } = annotation?.anchor ?? {}
  useEffect(() => {
    if (id === undefined || start === undefined || end === undefined) return
    view.dispatch({ effects: setHandles.of({ id, start, end }) })
    return () => view.dispatch({ effects: setHandles.of(null) })
  }, [view, id, start, end])
}

function Codes({ reader, annotation }: { reader: OpenReader; annotation: Annotation }) {
  const { t } = useTranslation()
  const codes = annotation.codes.flatMap((id) => reader.codes.find((code) => code.id === id) ?? [])
  const subject = { span: null, annotation: annotation.id }
  return (
    <ul className="db-card-codes" aria-label={t('reader.card.codes')}>
      {codes.map((code) => (
        <li key={code.id} className="db-chip">
          <i className="db-swatch" style={{ backgroundColor: code.color }} />
          {code.name}
          <button
            type="button"
            className="db-quiet"
            aria-label={t('reader.card.takeOff', { name: code.name })}
            title={t('reader.card.takeOff', { name: code.name })}
            onClick={() => void applyCode(reader, subject, code.id)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="db-chip-add"
          onClick={() => showPopup({ type: 'picker', ...subject, key: null })}
        >
          <Plus size={12} aria-hidden="true" /> {t('reader.card.addCode')} <kbd>C</kbd>
        </button>
      </li>
    </ul>
  )
}

/** Where several annotations lie over each other: which of them this is, and the key to the next. */
function Others({ reader, id }: { reader: OpenReader; id: string }) {
  const { t } = useTranslation()
  const marks = annotationsAt(reader, reader.view.state.selection.main.head)
  const at = marks.findIndex((mark) => mark.id === id)
  if (marks.length < 2 || at < 0) return null
  return (
    <p className="db-popup-hint">
      {t('reader.card.oneOf', { current: at + 1, all: marks.length })} <kbd>Tab</kbd>
    </p>
  )
}
