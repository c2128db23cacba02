import type { Message } from '#shared/model/identity'
import type { Translator } from '../phrase'
import type { LedgerFigure, LedgerRow } from './ledger-types'

/** Params of a message that hold what a target or a result says of itself, or nothing. */
const SIDES = ['target', 'result'] as const

/**
 * A message of the ledger as a sentence: measures and relations, which it holds as codes, get their names in the
 * language, and what is not stated is said to be so.
 * @param translate the interface's or the command line's translation
 */
export function sayLedger(translate: Translator, { key, params }: Message): string {
  const said = { ...params }
  if (/^ledger\.caveat\.(?:subset|measure|basis)$/u.test(key)) {
    for (const side of SIDES) {
      const value = said[side]
      if (value === '' || value === undefined) said[side] = translate('ledger.unstated', {})
      else if (key.endsWith('.measure')) said[side] = translate(`compare.measure.${value}`, {})
    }
  }
  const { relation } = said
  if (key === 'ledger.caveat.qualitative' && relation !== undefined)
    said.relation = translate(`matters.relation.${relation}`, {})
  return translate(key, said)
}

/** Locale key of a verdict as a row shows it: 超额完成, 未提及（总括完成）, 未到期. */
export function verdictKey({ verdict, exceeded, coveredBy, why }: LedgerRow): string {
  if (verdict === 'met' && exceeded) return 'ledger.verdict.exceeded'
  if (verdict === 'silent' && coveredBy) return 'ledger.verdict.covered'
  if (verdict === 'pending' && why.key === 'ledger.why.notDue') return 'ledger.verdict.notDue'
  return `ledger.verdict.${verdict}`
}

/** A relative target in words: 基本同步于全市. */
export const relationText = (
  { hedge, relation, reference }: NonNullable<LedgerFigure['relation']>,
  translate: Translator,
): string => `${hedge}${translate(`matters.relation.${relation}`, {})}${reference}`
