import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LineList } from '../../ui/lines/line-list'
import { MAC } from '../../workbench'
import { goTo, moveTo, target, toggle } from '../library'
import { DoubtRow } from './doubt-row'
import type { DoubtLine } from './lines'
import { doubtsState, useDoubts } from './state'

interface DoubtListProps {
  lines: readonly DoubtLine[]
  /** Where the keyboard is. */
  at: number
  listRef: Ref<{ focus: () => void }>
}

/** The reports with something to settle; arrows move, `x` marks. */
export function DoubtList({ lines, at, listRef }: DoubtListProps) {
  const { t } = useTranslation()
  const marked = useDoubts((state) => state.marked)
  const go = (to: DoubtLine | undefined, held: { one: boolean; range: boolean }) => {
    if (!to) return
    // What was settled is gone: the keyboard is where the next one stands.
    const selected = lines[at]?.id ?? null
    const ids = lines.map((line) => line.id)
    doubtsState.setState((state) => goTo({ ...state, selected, anchor: state.anchor ?? selected }, ids, to.id, held))
  }
  const keys = (event: KeyboardEvent, page: number) => {
    const next = target(event.key, at, lines.length, page)
    if (next === null) return
    event.preventDefault()
    const line = lines[next]
    if (event.shiftKey) go(line, { one: false, range: true })
    else if (line) doubtsState.setState((state) => moveTo(state, line.id))
  }
  return (
    <LineList
      label={t('doubts.title')}
      count={lines.length}
      at={at}
      listRef={listRef}
      onKey={keys}
      line={(index, place) => {
        const line = lines[index]
        if (!line) return null
        return (
          <DoubtRow
            key={line.id}
            line={line}
            place={place}
            selected={marked.size > 0 ? marked.has(line.id) : index === at}
            marked={marked.has(line.id)}
            onGo={(event) => go(line, { one: MAC ? event.metaKey : event.ctrlKey, range: event.shiftKey })}
            onMark={() => doubtsState.setState((state) => toggle(state, line.id))}
          />
        )
      }}
    />
  )
}
