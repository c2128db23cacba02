import { openView } from '../../../workbench'

/** Which coded passages are wanted. */
interface PassagesAsked {
  code: string
  places: readonly string[]
  /** 报告年度 */
  years: readonly number[]
}

/** Opens the coded passages of some places and years in the list of quotes. */
export const openPassages = ({ code, places, years }: PassagesAsked): void =>
  openView({ type: 'quotes', key: '', params: { shown: JSON.stringify({ filter: { codes: [code], places, years } }) } })
