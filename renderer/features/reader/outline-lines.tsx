import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shallow } from 'zustand/shallow'
import { type OpenReader, useReaders } from './active'
import type { OutlineRow } from './outline'
import { currentLine, type TreeLine } from './outline-tree'
import { goInReader } from './places/go'
import { useTopicName } from './use-topic-name'

const goTo = (reader: OpenReader, { report, row }: TreeLine): void => goInReader(reader, row?.start ?? report.start)

interface TreeProps {
  reader: OpenReader
  lines: readonly TreeLine[]
  onFold: (key: string, open: boolean) => void
}

/** The outline as a tree: arrows move and fold, Enter goes there. The section in view is marked and kept in sight. */
export function OutlineTree({ reader, lines, onFold }: TreeProps) {
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const current = useReaders(({ active, top }) => currentLine(lines, active === reader.id ? top : 0))
  const [focused, setFocused] = useState<string | null>(null)
  useFollowing(tree, current)
  // One line is reached by Tab: the one that was last, else the one in view.
  const stop = [focused, current].find((key) => lines.some((line) => line.key === key)) ?? lines[0]?.key
  const words = useWords()
  const parts = useMemo(() => partsOf(lines), [lines])
  const focus = (key: string | undefined) => {
    if (key === undefined) return
    setFocused(key)
    tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)?.focus()
  }
  const go = useCallback((line: TreeLine) => goTo(reader, line), [reader])
  const keydown = (event: KeyboardEvent) => {
    const at = lines.findIndex(({ key }) => key === (event.target as HTMLElement).dataset.line)
    const line = lines[at]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const done = onKey(event.key, lines, at, { focus, fold: onFold, go: () => go(line) })
    if (done) event.preventDefault()
  }
  return (
    <div ref={tree} role="tree" aria-label={t('reader.outline.title')} className="db-outline-tree" onKeyDown={keydown}>
      {parts.map((part) => (
        <Part
          key={part[0]?.key}
          lines={part}
          current={keyIn(part, current)}
          stop={keyIn(part, stop)}
          words={words}
          onGo={go}
          onFold={onFold}
          onFocus={setFocused}
        />
      ))}
    </div>
  )
}

/** So many lines are drawn together. */
const PART = 64
/** The least height of a line, in CSS pixels: how high lines are taken for that have not been in view. */
const LINE_HEIGHT = 26

const partsOf = (lines: readonly TreeLine[]): (readonly TreeLine[])[] =>
  Array.from({ length: Math.ceil(lines.length / PART) }, (_, i) => lines.slice(i * PART, (i + 1) * PART))

/** The key where it is that of one of these lines, else null. */
const keyIn = (lines: readonly TreeLine[], key: string | null | undefined): string | null =>
  lines.find((line) => line.key === key)?.key ?? null

/** What the lines say, in the language in force. */
interface Words {
  /** A topic by its id. */
  topic: (id: string) => string
  /** Why a section has its topic. */
  because: (row: OutlineRow) => string
  /** How much stands below a line; undefined for nothing. */
  counts: (annotations: number, statements: number) => string | undefined
}

/** Thousands of lines say much the same: each of them asking for the language is most of what they would cost. */
function useWords(): Words {
  const { t } = useTranslation()
  const nameOf = useTopicName()
  return useMemo(() => {
    const known = new Map<string, string>()
    const once = (key: string, make: () => string): string => {
      const said = known.get(key) ?? make()
      known.set(key, said)
      return said
    }
    const and = t('reader.outline.and')
    const topic = (id: string) => once(`topic ${id}`, () => nameOf(id))
    return {
      topic,
      because({ topic: id, topicWords }) {
        const words = topicWords.join(and)
        const name = topic(id ?? '')
        return once(`because ${id} ${words}`, () =>
          words === ''
            ? t('reader.outline.topicAbove', { topic: name })
            : t('reader.outline.topicBecause', { topic: name, words }),
        )
      },
      counts(annotations, statements) {
        if (annotations + statements === 0) return undefined
        return once(`counts ${annotations} ${statements}`, () =>
          t('reader.outline.counts', { annotations, statements }),
        )
      },
    }
  }, [t, nameOf])
}

interface PartProps extends Pick<LineProps, 'onGo' | 'onFold' | 'onFocus'> {
  lines: readonly TreeLine[]
  /** Keys of lines of this part. */
  current: string | null
  stop: string | null
  words: Words
}

/** Some lines of the outline: while one scrolls only the parts with the line left and the line reached are gone through. */
const Part = memo(function Part({ lines, current, stop, words, ...acts }: PartProps) {
  return (
    <div
      role="presentation"
      className="db-outline-part"
      style={{ containIntrinsicBlockSize: `auto ${lines.length * LINE_HEIGHT}px` }}
    >
      {lines.map((line) => (
        <Line
          key={line.key}
          line={line}
          words={words}
          current={line.key === current}
          stop={line.key === stop}
          {...acts}
        />
      ))}
    </div>
  )
})

/** Keeps the current line in sight, but not under the hands of somebody who is using the outline. */
function useFollowing(tree: React.RefObject<HTMLElement | null>, current: string | null): void {
  useEffect(() => {
    const { current: element } = tree
    if (!element || current === null) return
    if (element.matches(':hover') || element.contains(document.activeElement)) return
    element.querySelector(`[data-line="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [tree, current])
}

interface Acts {
  focus: (key: string | undefined) => void
  fold: (key: string, open: boolean) => void
  go: () => void
}

/** What a key does in the tree; false where it is none of its keys. */
function onKey(key: string, lines: readonly TreeLine[], at: number, { focus, fold, go }: Acts): boolean {
  const line = lines[at]
  if (!line) return false
  const parent = lines.slice(0, at).findLast(({ level }) => level < line.level)
  const acts: Record<string, () => void> = {
    ArrowDown: () => focus(lines[at + 1]?.key),
    ArrowUp: () => focus(lines[at - 1]?.key),
    Home: () => focus(lines[0]?.key),
    End: () => focus(lines.at(-1)?.key),
    ArrowRight: () => {
      if (line.branch && !line.open) fold(line.key, true)
      else if (line.branch) focus(lines[at + 1]?.key)
    },
    ArrowLeft: () => {
      if (line.branch && line.open) fold(line.key, false)
      else focus(parent?.key)
    },
    Enter: go,
    ' ': go,
  }
  const act = acts[key]
  act?.()
  return act !== undefined
}

interface LineProps {
  line: TreeLine
  words: Words
  current: boolean
  stop: boolean
  onGo: (line: TreeLine) => void
  onFold: (key: string, open: boolean) => void
  onFocus: (key: string) => void
}

/** Thousands of lines may stand there: only those are drawn again that show something else than before. */
const Line = memo(function Line({ line, words, current, stop, onGo, onFold, onFocus }: LineProps) {
  const { report, row, level, branch, open, meant } = line
  const Chevron = open ? ChevronDown : ChevronRight
  const { annotations, statements } = row ?? report
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its lines
    <div
      role="treeitem"
      className={`db-outline-line${row ? '' : ' db-outline-report'}${meant ? '' : ' db-outline-above'}`}
      data-line={line.key}
      aria-level={level}
      aria-expanded={branch ? open : undefined}
      aria-current={current ? 'location' : undefined}
      aria-selected={current}
      tabIndex={stop ? 0 : -1}
      style={{ paddingInlineStart: 4 + (level - 1) * 10 }}
      title={row?.title ?? report.title}
      onClick={() => onGo(line)}
      onFocus={() => onFocus(line.key)}
    >
      <i
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (branch) onFold(line.key, !open)
        }}
      >
        {branch && <Chevron size={14} />}
      </i>
      <span>{row?.title ?? report.title}</span>
      {row?.topic && (
        <em className="db-outline-topic" title={words.because(row)}>
          {words.topic(row.topic)}
        </em>
      )}
      {/* There also without a count, so that the topics stand below each other. */}
      <small className="db-figures" title={words.counts(annotations, statements)}>
        {annotations > 0 && <b>{annotations}</b>}
        {statements > 0 && <i>{statements}</i>}
      </small>
    </div>
  )
}, showsSame)

/** True where a line that was made anew shows what it showed. */
function showsSame({ line, ...rest }: LineProps, { line: next, ...nextRest }: LineProps): boolean {
  return (
    shallow({ ...line, report: null, row: null }, { ...next, report: null, row: null }) &&
    shallow(line.row ?? line.report, next.row ?? next.report) &&
    shallow(rest, nextRest)
  )
}
