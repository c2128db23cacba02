import type { Cell } from '#shared/model/cell'
import { type Message, message } from '#shared/model/identity'
import { isPartial } from './choice'
import { VARIANT_PARTS, type VariantPart, variantOf } from './variants'

/** Separates values inside a parameter; `phrase` splits there to name measures in the language. */
export const VALUE_SEPARATOR = '、'

/** What some of the statements of a part state and others leave open; null where they all do the same. */
function openOf(stated: readonly string[], part: VariantPart): Message | null {
  const values = [...new Set(stated)].sort()
  if (values.length < 2) return null
  return message(`compare.warning.unstated.${part}`, {
    values: values.filter((value) => value !== '').join(VALUE_SEPARATOR),
  })
}

/** True for the statements of nearly all columns: nothing is stated that could differ. */
const says = (cell: Cell): boolean =>
  cell.measure !== '' || cell.basis !== '' || cell.subset !== '' || cell.against !== ''

function variantWarnings(cells: readonly Cell[]): Message[] {
  if (!cells.some(says)) return []
  const variants = cells.map(variantOf)
  return VARIANT_PARTS.flatMap(
    (part) =>
      openOf(
        variants.map((variant) => variant[part]),
        part,
      ) ?? [],
  )
}

function mixed(name: string, all: Iterable<string>): Message | null {
  const values = [...new Set(all)].sort()
  return values.length > 1 ? message(`compare.warning.mixed.${name}`, { values: values.join(VALUE_SEPARATOR) }) : null
}

function periodWarning(cells: readonly Cell[]): Message | null {
  const partial = new Set<string>()
  let whole = false
  for (const { period } of cells)
    if (isPartial(period)) partial.add(period)
    else whole = true
  if (partial.size === 0 || (partial.size === 1 && !whole)) return null
  return message('compare.warning.mixed.period', { values: [...partial].sort().join(VALUE_SEPARATOR) })
}

/**
 * What cells that stand beside each other do not share: the whole year, the unit, the year of 最近一期; and what some
 * state and others leave open: measure, basis, subset. Two stated ones never stand in one column (`settleVariant`).
 * @param cells the chosen statements of a column or of an indicator
 * @param oneYear false where the years may differ without a word: all columns of an indicator
 */
export function mixWarnings(cells: readonly Cell[], oneYear: boolean): Message[] {
  const warnings = [
    ...variantWarnings(cells),
    mixed(
      'base',
      cells.map((cell) => cell.base),
    ),
    periodWarning(cells),
    oneYear
      ? mixed(
          'year',
          cells.map((cell) => cell.year),
        )
      : null,
  ]
  return warnings.filter((warning) => warning !== null)
}
