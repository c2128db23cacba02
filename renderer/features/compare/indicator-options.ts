import { isIndicatorId, type Offer, type VariantOffer } from '#shared/compare/offer'
import type { Option, OptionGroup } from './picker'
import type { Words } from './words'

const option = (value: string, places: number, cells: number, words: Words): Option => {
  const name = words.indicator(value)
  return {
    value,
    label: words.t('compare.pick.indicatorOption', { indicator: name, places, cells }),
    name,
    search: `${name} ${value}`,
  }
}

/**
 * What the picker of indicators offers: the parts that chosen ones can be split into, the dictionary's, then phrases.
 * @param chosen series keys that are chosen, kept in the list though the library may not have them
 */
export function indicatorOptions(
  offered: Offer['indicators'],
  variants: readonly VariantOffer[],
  chosen: readonly string[],
  words: Words,
): OptionGroup[] {
  const { t } = words
  const all = offered.map(({ id, places, cells }) => ({ id, option: option(id, places, cells, words) }))
  const split = variants.map(({ key, places, cells }) => option(key, places, cells, words))
  const known = new Set([...offered.map(({ id }) => id), ...variants.map(({ key }) => key)])
  const kept = chosen.filter((key) => !known.has(key)).map((key) => option(key, 0, 0, words))
  const groups = [
    { label: t('compare.pick.variants'), options: split },
    {
      label: t('compare.pick.indicatorsNamed'),
      options: [...kept, ...all.filter(({ id }) => isIndicatorId(id)).map((one) => one.option)],
    },
    {
      label: t('compare.pick.indicatorsOther'),
      options: all.filter(({ id }) => !isIndicatorId(id)).map((one) => one.option),
    },
  ]
  return groups.filter(({ options }) => options.length > 0)
}

/** Puts a part of an indicator behind its indicator, where that is chosen; all else stays in the order of choosing. */
export function indicatorsChosen(values: readonly string[], indicatorOf: (key: string) => string): string[] {
  const plain = values.filter((key) => indicatorOf(key) === key)
  const parts = values.filter((key) => indicatorOf(key) !== key)
  const behind = plain.flatMap((key) => [key, ...parts.filter((part) => indicatorOf(part) === key)])
  return [...behind, ...parts.filter((part) => !plain.includes(indicatorOf(part)))]
}
