import type { Code } from '#shared/model/code'
import type { Command } from '../../workbench'
import { openView } from '../../workbench'
import { activeReader, type OpenReader, readerStore, showPopup } from './active'
import { adjust, nudge } from './adjust'
import {
  annotationsAt,
  applyCode,
  currentAnnotation,
  deleteAnnotation,
  moveAnnotation,
  type Subject,
  subjectOf,
} from './coding'
import { goToSpan } from './editor/target'
import { closeFind, isFinding, openFind, stepHit } from './find/find-actions'
import { mergeTouching } from './merging'
import { copyQuoteHere } from './quote'
import { growSelection, selectedSpan, shrinkSelection } from './selection'

type Run = (reader: OpenReader) => void | Promise<void>

/** A command of the reader in front: its keys work inside the text, and only while there is one. */
function command(id: string, keys: readonly string[], run: Run, more: Partial<Command> = {}): Command {
  const { enabled, ...rest } = more
  return {
    id: `reader.${id}`,
    titleKey: `reader.command.${id}`,
    keys,
    scope: 'reader',
    enabled: () => activeReader() !== null && enabled?.() !== false,
    run: () => {
      const reader = activeReader()
      return reader ? run(reader) : undefined
    },
    ...rest,
  }
}

const withReader = (test: (reader: OpenReader) => boolean) => (): boolean => {
  const reader = activeReader()
  return reader !== null && test(reader)
}

const hasSubject = withReader((reader) => subjectOf(reader) !== null)
const hasAnnotation = withReader((reader) => currentAnnotation(reader) !== null)
const respanning = (): boolean => readerStore.getState().respanning !== null

/** Gives what is selected or at the caret a code, or asks which. */
function give(reader: OpenReader, code: Code | undefined, key: number | null): void | Promise<void> {
  const subject = subjectOf(reader)
  if (!subject) return
  if (!code) return pick(subject, key)
  return applyCode(reader, subject, code.id)
}

const pick = (subject: Subject, key: number | null): void => showPopup({ type: 'picker', ...subject, key })

const repeatLast = (reader: OpenReader): void | Promise<void> =>
  give(
    reader,
    reader.codes.find(({ id }) => id === readerStore.getState().lastCode),
    null,
  )

/** Goes to the next (1) or previous (-1) annotation from the caret; from the last one to the first. */
function step(reader: OpenReader, direction: 1 | -1): void {
  const marks = reader.annotations
    .filter(({ orphan, reading }) => !orphan && reading === reader.bundle.reading.id)
    .sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end)
  const caret = reader.view.state.selection.main.from
  const next =
    direction === 1
      ? (marks.find(({ anchor }) => anchor.start > caret) ?? marks[0])
      : (marks.findLast(({ anchor }) => anchor.start < caret) ?? marks.at(-1))
  if (!next) return
  goToSpan(reader.view, next.anchor)
  reader.view.focus()
}

/** The next of several annotations at the caret, as an open card. */
function cycle(reader: OpenReader): void {
  const marks = annotationsAt(reader, reader.view.state.selection.main.head)
  const { popup } = readerStore.getState()
  const shown = popup?.type === 'card' ? marks.findIndex(({ id }) => id === popup.annotation) : -1
  const next = marks[(shown + 1) % marks.length]
  if (next) showPopup({ type: 'card', annotation: next.id })
}

/** Enter: confirms the new span, else opens the card of the annotation at the caret. */
async function enter(reader: OpenReader): Promise<void> {
  const { respanning: id } = readerStore.getState()
  const span = selectedSpan(reader)
  if (id && span) {
    readerStore.setState({ respanning: null })
    await moveAnnotation(reader, id, span)
    return
  }
  const current = currentAnnotation(reader)
  if (current) showPopup({ type: 'card', annotation: current.id })
}

function mergeCurrent(reader: OpenReader): void | Promise<void> {
  const current = currentAnnotation(reader)
  return current ? mergeTouching(reader, { annotation: current.id }) : undefined
}

const leave = (): void => readerStore.setState({ popup: null, respanning: null })

const somethingOpen = (): boolean => readerStore.getState().popup !== null || respanning()

const atAnnotation = withReader((reader) => annotationsAt(reader, reader.view.state.selection.main.head).length > 1)

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** All commands of the reader. */
export const readerCommands: readonly Command[] = [
  {
    id: 'view.outline',
    titleKey: 'reader.outline.show',
    keys: ['Mod+Shift+O'],
    run: () => openView({ type: 'outline', key: '', params: {} }),
  },
  command('find', ['Mod+F'], openFind),
  command('findNext', ['F3'], (reader) => stepHit(reader, 1)),
  command('findPrevious', ['Shift+F3'], (reader) => stepHit(reader, -1)),
  ...KEYS.map((key) =>
    command(
      `code${key}`,
      [String(key)],
      (reader) =>
        give(
          reader,
          reader.codes.find((one) => one.key === key),
          key,
        ),
      { titleKey: 'reader.command.codeByKey', palette: false, enabled: hasSubject },
    ),
  ),
  command('pickCode', ['c'], (reader) => pick(subjectOf(reader) ?? { span: null, annotation: null }, null), {
    enabled: hasSubject,
  }),
  command(
    'memo',
    ['m'],
    (reader) => {
      const subject = subjectOf(reader)
      if (subject) showPopup({ type: 'memo', ...subject })
    },
    { enabled: hasSubject },
  ),
  command('repeat', ['.'], repeatLast, { enabled: hasSubject }),
  command(
    'remove',
    ['Delete', 'Backspace'],
    async (reader) => {
      const current = currentAnnotation(reader)
      if (current) await deleteAnnotation(reader, current.id)
    },
    { enabled: hasAnnotation },
  ),
  command('copyQuote', ['q', 'Mod+Alt+C'], copyQuoteHere),
  command('word', ['w'], (reader) => growSelection(reader, 'word')),
  command('clause', ['d'], (reader) => growSelection(reader, 'clause')),
  command('sentence', ['s', 'Mod+Shift+S'], (reader) => growSelection(reader, 'sentence')),
  command('paragraph', ['p'], (reader) => growSelection(reader, 'paragraph')),
  command('shrink', ['Shift+S', 'Shift+W', 'Shift+D', 'Shift+P'], shrinkSelection),
  command('adjust', ['h'], adjust, { enabled: () => respanning() || hasAnnotation() }),
  command('endLeft', ['Alt+Shift+ArrowLeft'], (reader) => nudge(reader, 'character', false), {
    enabled: hasAnnotation,
  }),
  command('endRight', ['Alt+Shift+ArrowRight'], (reader) => nudge(reader, 'character', true), {
    enabled: hasAnnotation,
  }),
  command('endWordLeft', ['Alt+Shift+ArrowUp'], (reader) => nudge(reader, 'word', false), { enabled: hasAnnotation }),
  command('endWordRight', ['Alt+Shift+ArrowDown'], (reader) => nudge(reader, 'word', true), {
    enabled: hasAnnotation,
  }),
  command('merge', ['='], mergeCurrent, { enabled: hasAnnotation }),
  command('mergeReport', ['Alt+Shift+M'], (reader) => mergeTouching(reader, { source: reader.hash })),
  command('mergeProject', ['Mod+Alt+Shift+M'], (reader) => mergeTouching(reader, 'project')),
  command('nextAnnotation', [']'], (reader) => step(reader, 1)),
  command('previousAnnotation', ['['], (reader) => step(reader, -1)),
  command('cycle', ['Tab'], cycle, { enabled: atAnnotation, palette: false }),
  command('open', ['Enter'], enter, { enabled: () => respanning() || hasAnnotation() }),
  command('leave', ['Escape'], leave, { enabled: somethingOpen, palette: false }),
  command('closeFind', ['Escape'], (reader) => closeFind(reader, false), { enabled: isFinding, palette: false }),
]
