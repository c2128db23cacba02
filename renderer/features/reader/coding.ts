import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import { makeAnchor } from '#shared/text/anchor'
import { addAnnotation, addCode, annotationsOf, removeAnnotation, updateAnnotation } from '../../storage'
import { activeReader, type OpenReader, readerStore, showPopup } from './active'
import { reportAt, selectedSpan } from './selection'

/** What a code or a memo goes to: a passage that is not annotated yet, or an annotation. */
export interface Subject {
  span: Span | null
  annotation: string | null
}

/** The annotations at an offset (both borders count), the shortest first. */
export function annotationsAt(reader: OpenReader, offset: number): Annotation[] {
  const { id } = reader.bundle.reading
  return reader.annotations
    .filter(
      ({ orphan, reading, anchor }) => !orphan && reading === id && anchor.start <= offset && offset <= anchor.end,
    )
    .sort((a, b) => a.anchor.end - a.anchor.start - (b.anchor.end - b.anchor.start))
}

/** The annotation that commands are about: the one of the open card, else the shortest at the caret. */
export function currentAnnotation(reader: OpenReader): Annotation | null {
  const { popup } = readerStore.getState()
  const open = popup?.type === 'card' && reader.annotations.find(({ id }) => id === popup.annotation)
  return open || (annotationsAt(reader, caretOf(reader))[0] ?? null)
}

const caretOf = (reader: OpenReader): number => reader.view.state.selection.main.head

/** What the next code goes to: the selection, or the annotation that has exactly this span, or the one at the caret. */
export function subjectOf(reader: OpenReader): Subject | null {
  const span = selectedSpan(reader)
  if (!span) {
    const current = currentAnnotation(reader)
    return current ? { span: null, annotation: current.id } : null
  }
  const same = reader.annotations.find(({ anchor }) => anchor.start === span.start && anchor.end === span.end)
  return same ? { span: null, annotation: same.id } : { span, annotation: null }
}

let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

/** True while a code is being given: what it will be given to can't be told yet. */
export const isCoding = (): boolean => waiting > 0

/**
 * Gives a code to what is selected or at the caret, after whatever was begun before: a key pressed while the one
 * before is still being saved must see its result, or 1 and 2 in quick succession would make two annotations of one
 * passage. So it looks into the database; the live query may still be on its way.
 * @param codeFor the code, or null to do nothing; it may ask the user instead
 */
export function codeInTurn(codeFor: (reader: OpenReader, subject: Subject) => string | null): Promise<void> {
  waiting++
  const result = turn
    .then(async () => {
      const shown = activeReader()
      if (!shown) return
      const reader = { ...shown, annotations: await annotationsOf(shown.session.db, shown.hash) }
      const subject = subjectOf(reader)
      const code = subject && codeFor(reader, subject)
      if (subject && code) await applyCode(reader, subject, code)
    })
    .finally(() => {
      waiting--
    })
  // A failure is the caller's; the next one runs all the same.
  turn = result.catch(() => undefined)
  return result
}

/** Annotates a passage; the caret then stands at its end, so that a further key adds to it. */
async function annotate(reader: OpenReader, span: Span, codes: string[], memo: string): Promise<void> {
  const { hash, session, bundle, view } = reader
  const { text } = bundle.text
  // Before the save: what is selected while that runs is the next passage, and stays.
  view.dispatch({ selection: { anchor: span.end } })
  await addAnnotation(session, {
    source: hash,
    reading: bundle.reading.id,
    report: reportAt(reader, span),
    anchor: makeAnchor(text, span.start, span.end),
    codes,
    memo,
  })
}

/** Gives a code to a subject; an annotation that has it loses it. One undoable step. */
export async function applyCode(reader: OpenReader, subject: Subject, code: string): Promise<void> {
  readerStore.setState({ lastCode: code })
  if (subject.span) return annotate(reader, subject.span, [code], '')
  const annotation = reader.annotations.find(({ id }) => id === subject.annotation)
  if (!annotation) return
  await updateAnnotation(reader.session, annotation.id, { codes: toggled(annotation.codes, code) })
}

/** The list with the item added at its end, or taken out where it was in. */
const toggled = (list: readonly string[], item: string): string[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]

/** Makes a new code and applies it: two undoable steps, since the code is worth keeping without the passage. */
export async function applyNewCode(
  reader: OpenReader,
  subject: Subject,
  code: { name: string; key: number | null },
): Promise<void> {
  const { id } = await addCode(reader.session, code.key === null ? { name: code.name } : code)
  await applyCode(reader, subject, id)
}

/** Writes the memo of a subject; a passage becomes an annotation without a code. */
export async function writeMemo(reader: OpenReader, subject: Subject, memo: string): Promise<void> {
  if (subject.annotation) await updateAnnotation(reader.session, subject.annotation, { memo })
  else if (subject.span && memo.trim() !== '') await annotate(reader, subject.span, [], memo)
}

/** Takes an annotation away; undo brings it back, so it is not asked for. */
export async function deleteAnnotation(reader: OpenReader, id: string): Promise<void> {
  showPopup(null)
  await removeAnnotation(reader.session, id)
}

/** Gives an annotation the selected passage as its new span. */
export async function moveAnnotation(reader: OpenReader, id: string, span: Span): Promise<void> {
  const { text } = reader.bundle.text
  await updateAnnotation(reader.session, id, {
    anchor: makeAnchor(text, span.start, span.end),
    report: reportAt(reader, span),
  })
}
