import { languageOf, translate } from '#shared/locales/translate'
import { preferences } from '../../../bridge'
import type { MatterRow } from '../../../storage'
import type { MattersController } from '../controller'
import { rowKey } from '../tabs'

/** One row of a set in words: 手拉手产业园（瀍河 2022，谋划）. */
function wordsOf({ content, place, reportYear }: MatterRow, language: ReturnType<typeof languageOf>): string {
  if (content.type !== 'venture') return ''
  const stage = content.stage === '' ? '' : translate(language, `matters.stage.${content.stage}`)
  const about = [[place?.short ?? '', reportYear ?? ''].join(' ').trim(), stage].filter((word) => word !== '')
  return `${content.name}（${about.join('，')}）`
}

/** Tells for a venture what it is the same as in other reports, by the user's word; '' where it is linked with none. */
export function sameWords({ store }: MattersController): (row: MatterRow) => string {
  const { known, sets } = store.getState()
  const language = languageOf(preferences().system.language)
  const rows = new Map<string, MatterRow>()
  for (const own of known?.byReport.values() ?? [])
    for (const row of own) if (row.content.type === 'venture') rows.set(rowKey(row), row)
  return (row) => {
    const key = rowKey(row)
    const set = sets.of(key)
    if (set === null) return ''
    const others = sets.members(set).flatMap((one) => (one === key ? [] : (rows.get(one) ?? [])))
    others.sort((a, b) => (a.reportYear ?? 0) - (b.reportYear ?? 0))
    return others.map((other) => wordsOf(other, language)).join('；')
  }
}
