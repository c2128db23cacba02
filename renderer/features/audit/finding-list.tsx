import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LineList } from '../../ui/lines/line-list'
import { target } from '../library'
import { FindingRow } from './finding-row'
import type { AuditLine } from './lines'
import { goTo, toggleMark, useAuditState } from './state'
import { openFigure } from './visit'

interface FindingListProps {
  lines: readonly AuditLine[]
  /** Where the keyboard is. */
  at: number
  listRef: Ref<{ focus: () => void }>
}

/** The findings; arrows move, `x` marks. */
export function FindingList({ lines, at, listRef }: FindingListProps) {
  const { t } = useTranslation()
  const marked = useAuditState((state) => state.marked)
  const keys = (event: KeyboardEvent, page: number) => {
    const next = target(event.key, at, lines.length, page)
    const line = next === null ? undefined : lines[next]
    if (!line) return
    event.preventDefault()
    goTo(line.finding.key)
  }
  return (
    <LineList
      label={t('auditView.title')}
      count={lines.length}
      at={at}
      listRef={listRef}
      onKey={keys}
      line={(index, place) => {
        const line = lines[index]
        if (!line) return null
        const { key } = line.finding
        return (
          <FindingRow
            key={key}
            line={line}
            place={place}
            marked={marked.has(key)}
            onGo={() => goTo(key)}
            onMark={() => toggleMark(key)}
            onOpen={() => openFigure(line.finding)}
          />
        )
      }}
    />
  )
}
