import type { Span } from '#shared/model/anchor'
import type { Annotation } from '#shared/model/annotation'
import { newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { addAnnotation, addCode, reasonOf, removeAnnotation, updateAnnotation, updateCode } from '../../storage'
import { notify } from '../../workbench'
import { type OpenReader, readerStore, showPopup } from './active'
import { nextPaint } from './after-paint'
import { moveCaretWith } from './editor/caret-with'
import { firstOf } from './editor/sorted-spans'
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
      ({ orphan, reading, anchor }) => anchor.start <= offset && offset <= anchor.end && !orphan && reading === id,
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

/** The first annotation, of a list in the order of the text, that has exactly this span. */
function annotationOver(annotations: readonly Annotation[], { start, end }: Span): Annotation | null {
  const at = firstOf(annotations, ({ anchor }) => anchor.start > start || (anchor.start === start && anchor.end >= end))
  const found = annotations[at]
  return found?.anchor.start === start && found.anchor.end === end ? found : null
}

/** What the next code goes to: the selection, or the annotation that has exactly this span, or the one at the caret. */
export function subjectOf(reader: OpenReader): Subject | null {
  const span = selectedSpan(reader)
  if (!span) {
    const current = currentAnnotation(reader)
    return current ? { span: null, annotation: current.id } : null
  }
  const same = annotationOver(reader.annotations, span)
  return same ? { span: null, annotation: same.id } : { span, annotation: null }
}

let turn: Promise<unknown> = Promise.resolve()

/** Resolves when everything begun so far is saved, or has failed. */
export const saved = (): Promise<unknown> => turn

/**
 * Shows what a user does at once and saves it after whatever was begun before: the next key already sees its result.
 * When the save fails the text is as it was, and the user is told.
 */
async function doNow(
  { live }: OpenReader,
  after: ReadonlyMap<string, Annotation | null>,
  save: () => Promise<unknown>,
): Promise<void> {
  const inTurn = () => {
    // Saving is work too: what is done shows first.
    const result = turn.then(nextPaint).then(save)
    // A failure is told below; the next one is saved all the same.
    turn = result.catch(() => undefined)
    return result
  }
  try {
    await live.propose(after, inTurn)
  } catch (error) {
    notify('error', reasonOf(error, 'project.write.failed'))
  }
}

/** The annotation as it is shown now. */
const shownNow = ({ live }: OpenReader, id: string | null): Annotation | undefined =>
  live.list?.find((annotation) => annotation.id === id)

/** Annotates a passage; the caret then stands at its end, so that a further key adds to it. */
function annotate(reader: OpenReader, span: Span, codes: string[], memo: string): Promise<void> {
  const { hash, session, bundle, view } = reader
  const at = new Date().toISOString()
  const annotation: Annotation = {
    id: newId(),
    source: hash,
    reading: bundle.reading.id,
    report: reportAt(reader, span),
    anchor: makeAnchor(bundle.text.text, span.start, span.end),
    codes,
    memo,
    author: session.author,
    rule: null,
    createdAt: at,
    updatedAt: at,
    orphan: false,
    also: [],
  }
  const after = new Map([[annotation.id, annotation]])
  // What is selected while it is saved is the next passage, and stays.
  return moveCaretWith(view, span.end, () => doNow(reader, after, () => addAnnotation(session, annotation)))
}

/** Changes an annotation that is shown. */
async function change(
  reader: OpenReader,
  id: string,
  patch: (annotation: Annotation) => Partial<Pick<Annotation, 'codes' | 'memo' | 'anchor' | 'report'>>,
): Promise<void> {
  const annotation = shownNow(reader, id)
  if (!annotation) return
  const after = new Map([[id, { ...annotation, ...patch(annotation) }]])
  await doNow(reader, after, () => updateAnnotation(reader.session, id, patch))
}

/** As many codes as are offered before all others. */
const RECENT = 6

const noteCode = (code: string): void =>
  readerStore.setState(({ recent }) => ({
    lastCode: code,
    recent: [code, ...recent.filter((other) => other !== code)].slice(0, RECENT),
  }))

/** Gives a code to a subject; an annotation that has it loses it. One undoable step. */
export async function applyCode(reader: OpenReader, subject: Subject, code: string): Promise<void> {
  noteCode(code)
  if (subject.span) return annotate(reader, subject.span, [code], '')
  const annotation = shownNow(reader, subject.annotation)
  if (!annotation) return
  const takes = annotation.codes.includes(code)
  await change(reader, annotation.id, ({ codes }) => {
    const others = codes.filter((other) => other !== code)
    return { codes: takes ? others : [...others, code] }
  })
}

/** Applies a code that has to be saved first. What the user selects meanwhile is the next passage, and stays. */
async function applyOnceSaved(reader: OpenReader, subject: Subject, saving: Promise<{ id: string }>): Promise<void> {
  const { selection } = reader.view.state
  const { id } = await saving
  const meanwhile = reader.view.state.selection
  const applied = applyCode(reader, subject, id)
  if (!meanwhile.eq(selection)) reader.view.dispatch({ selection: meanwhile })
  await applied
}

/** Makes a new code and applies it: two undoable steps, since the code is worth keeping without the passage. */
export const applyNewCode = (
  reader: OpenReader,
  subject: Subject,
  code: { name: string; key: number | null },
): Promise<void> =>
  applyOnceSaved(reader, subject, addCode(reader.session, code.key === null ? { name: code.name } : code))

/** Gives a code a digit and applies it: two undoable steps. */
export const applyWithKey = (reader: OpenReader, subject: Subject, id: string, key: number): Promise<void> =>
  applyOnceSaved(
    reader,
    subject,
    updateCode(reader.session, id, { key }).then(() => ({ id })),
  )

/** Writes the memo of a subject; a passage becomes an annotation without a code. */
export async function writeMemo(reader: OpenReader, subject: Subject, memo: string): Promise<void> {
  if (subject.annotation) await change(reader, subject.annotation, () => ({ memo }))
  else if (subject.span && memo.trim() !== '') await annotate(reader, subject.span, [], memo)
}

/** Takes an annotation away; undo brings it back, so it is not asked for. */
export async function deleteAnnotation(reader: OpenReader, id: string): Promise<void> {
  showPopup(null)
  await doNow(reader, new Map([[id, null]]), () => removeAnnotation(reader.session, id))
}

/** Gives an annotation another span. */
export async function moveAnnotation(reader: OpenReader, id: string, span: Span): Promise<void> {
  const anchor = makeAnchor(reader.bundle.text.text, span.start, span.end)
  await change(reader, id, () => ({ anchor, report: reportAt(reader, span) }))
}

/** Shows an annotation with another span without saving it; null shows it as it is stored. */
export function previewSpan(reader: OpenReader, id: string, span: Span | null): void {
  const annotation = shownNow(reader, id)
  if (!span) reader.live.endPreview(id)
  else if (annotation)
    reader.live.preview({ ...annotation, anchor: makeAnchor(reader.bundle.text.text, span.start, span.end) })
}
