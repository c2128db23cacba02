import type { Indicator } from '#shared/model/indicator'

/** The dictionary (指标): the scored ids of the spec first. */
export const INDICATORS: readonly Indicator[] = []

/** The indicator with this id, null where there is none. */
export function indicatorById(id: string): Indicator | null {
  return INDICATORS.find((indicator) => indicator.id === id) ?? null
}

/**
 * The id of the indicator that a phrase names, '' where it names none that we know.
 * @param phrase the noun phrase as written
 */
export function matchIndicator(phrase: string): string {
  return INDICATORS.find((indicator) => indicator.name === phrase)?.id ?? ''
}
