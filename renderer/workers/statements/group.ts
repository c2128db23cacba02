import { CODES, type Columns } from './columns'
import { groupKey } from './order'
import type { Grouping, RowGroup } from './protocol'

function headOf(columns: Columns, group: Grouping, row: number): Pick<RowGroup, 'value' | 'label'> {
  const { integers, codes } = columns
  const report = columns.reports[integers.report[row] ?? 0]
  switch (group) {
    case 'place':
      return { value: report?.place?.code ?? '', label: report?.place?.name ?? '' }
    case 'report':
      return { value: report?.id ?? '', label: report ? reportLabel(report) : '' }
    case 'reportYear':
      return { value: report?.year ? String(report.year) : '', label: '' }
    case 'indicator':
      return { value: columns.words.canonical.at(integers.canonical[row] ?? 0), label: '' }
    case 'status':
      return { value: CODES.status[codes.status[row] ?? 0] ?? '', label: '' }
  }
}

const reportLabel = ({ place, year, title }: Columns['reports'][number]): string =>
  [place?.name, year].filter((part) => part !== undefined && part !== null).join(' ') || title

/** The groups that ordered rows fall into. */
export function groupsOf(columns: Columns, rows: Uint32Array, group: Grouping): RowGroup[] {
  const key = groupKey(columns, group)
  const suggested = CODES.status.indexOf('suggested')
  const groups: RowGroup[] = []
  let before = -1
  let current: RowGroup | undefined
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const own = key(row)
    if (!current || own !== before) {
      current = { ...headOf(columns, group, row), from: at, count: 0, suggested: 0 }
      groups.push(current)
      before = own
    }
    current.count++
    if (columns.codes.status[row] === suggested) current.suggested++
  }
  return groups
}
