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
  const nameOf = useTopicName()
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
          nameOf={nameOf}
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

const partsOf = (lines: readonly TreeLine[]): (readonly TreeLine[])[] =>
  Array.from({ length: Math.ceil(lines.length / PART) }, (_, i) => lines.slice(i * PART, (i + 1) * PART))

/** The key where it is that of one of these lines, else null. */
const keyIn = (lines: readonly TreeLine[], key: string | null | undefined): string | null =>
  lines.find((line) => line.key === key)?.key ?? null

interface PartProps extends Pick<LineProps, 'onGo' | 'onFold' | 'onFocus'> {
  lines: readonly TreeLine[]
  /** Keys of lines of this part. */
  current: string | null
  stop: string | null
  nameOf: (topic: string) => string
}

/** Some lines of the outline: while one scrolls only the parts with the line left and the line reached are gone through. */
const Part = memo(function Part({ lines, current, stop, nameOf, ...acts }: PartProps) {
  return lines.map((line) => (
    <Line
      key={line.key}
      line={line}
      topic={line.row?.topic ? nameOf(line.row.topic) : null}
      current={line.key === current}
      stop={line.key === stop}
      {...acts}
    />
  ))
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
  topic: string | null
  current: boolean
  stop: boolean
  onGo: (line: TreeLine) => void
  onFold: (key: string, open: boolean) => void
  onFocus: (key: string) => void
}

/** Thousands of lines may stand there: only those are drawn again that show something else than before. */
const Line = memo(function Line({ line, topic, current, stop, onGo, onFold, onFocus }: LineProps) {
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
      {row && topic !== null && <Topic row={row} name={topic} />}
      <Counts annotations={annotations} statements={statements} />
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

function Topic({ row: { topicWords }, name }: { row: OutlineRow; name: string }) {
  const { t } = useTranslation()
  const because =
    topicWords.length > 0
      ? t('reader.outline.topicBecause', { topic: name, words: topicWords.join(t('reader.outline.and')) })
      : t('reader.outline.topicAbove', { topic: name })
  return (
    <em className="db-outline-topic" title={because}>
      {name}
    </em>
  )
}

/** There also without a count, so that the topics stand below each other. */
function Counts({ annotations, statements }: { annotations: number; statements: number }) {
  const { t } = useTranslation()
  const both = annotations + statements > 0 ? t('reader.outline.counts', { annotations, statements }) : undefined
  return (
    <small className="db-figures" title={both}>
      {annotations > 0 && <b>{annotations}</b>}
      {statements > 0 && <i>{statements}</i>}
    </small>
  )
}
