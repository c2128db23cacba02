import type { EditorView } from '@codemirror/view'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { correctionsOf, type PlacedCorrection, type SourceBundle, useLive } from '../../../storage'
import { type CorrectionMark, correctionField, setCorrections } from './correction-marks'

/** A corrected place with what is told of it. */
function markOf({ start, end, correction }: PlacedCorrection, t: TFunction, language: string): CorrectionMark {
  const { id, anchor, author, createdAt } = correction
  const at = new Date(createdAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  const { quote } = anchor
  const read = quote === '' ? t('corrections.mark.inserted') : t('corrections.mark.read', { quote })
  return { start, end, id, read, by: t('corrections.mark.by', { author, at }) }
}

/** Shows the corrected places of a source in its text. */
export function useCorrections(view: EditorView | null, { source, text }: SourceBundle): void {
  const { t, i18n } = useTranslation()
  const corrections = useLive((db) => correctionsOf(db, source.hash), [source.hash])
  const { text: shown } = text
  useEffect(() => {
    // The text and the list come one after the other: only together they fit.
    if (!view || !corrections || view.state.doc.length !== shown.length) return
    const marks = corrections.map((placed) => markOf(placed, t, i18n.language))
    const shows = marks.length > 0 || view.state.field(correctionField).decorations.size > 0
    if (shows) view.dispatch({ effects: setCorrections.of(marks) })
  }, [view, corrections, shown, t, i18n.language])
}
