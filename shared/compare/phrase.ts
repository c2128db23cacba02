import type { Message } from '#shared/model/identity'
import type { Variant } from './variants'
import { VALUE_SEPARATOR } from './warnings'

/** Gives the string of a locale key. */
export type Translator = (key: string, params: Record<string, string | number>) => string

/**
 * A message of the comparison as a sentence: measures, which it holds as codes, get their names in the language.
 * @param translate the interface's or the command line's translation
 */
export function phrase(translate: Translator, { key, params }: Message): string {
  const { values } = params
  if (typeof values !== 'string' || !key.endsWith('.measure')) return translate(key, params)
  const names = values.split(VALUE_SEPARATOR).map((code) => translate(`compare.measure.${code}`, {}))
  return translate(key, { ...params, values: names.join(VALUE_SEPARATOR) })
}

/**
 * What a variant says beside the indicator's name: 存量, 登记, 仅工业, 以2010为基; '' where it says nothing.
 * @param translate the interface's or the command line's translation
 */
export function variantName(translate: Translator, { measure, basis, subset, against }: Variant): string {
  const parts = [
    measure === '' ? '' : translate(`compare.measure.${measure}`, {}),
    basis,
    subset === '' ? '' : translate('compare.variant.subset', { values: subset }),
    against === '' ? '' : translate('compare.variant.against', { values: against }),
  ]
  const said = parts.filter((part) => part !== '')
  return said.length < 2 ? (said[0] ?? '') : said.join(translate('compare.variant.separator', {}))
}
