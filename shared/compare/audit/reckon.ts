import { type Message, message } from '#shared/model/identity'
import { unitOf } from '#shared/statements/units'
import { settle } from '../cells'
import type { AuditArithmetic, AuditFigure, AuditStep, AuditTerm, TermSign } from './audit-types'
import { type Interval, tolerance } from './interval'

/** Two digits more than any report prints of a rate or an amount. */
const SHOWN = 6

/** What is counted one by one has more digits than that, and each of them counts: 1046532人. */
const MANY = 10 ** (SHOWN - 2)

/** A number of the arithmetic without the noise of division: 17.647058… → 17.6471, and 1046532 as it is. */
export const shown = (value: number): number =>
  Number(Math.abs(value) < MANY ? value.toPrecision(SHOWN) : value.toFixed(4))

/** A figure as a term, in a unit of its own family. */
export function termOf(
  figures: readonly AuditFigure[],
  figure: number,
  { sign = '+', unit }: { sign?: TermSign; unit?: string } = {},
): AuditTerm {
  const { value = 0, unit: own = '', label = '' } = figures[figure] ?? {}
  const shownUnit = unit ?? own
  return {
    sign,
    value: settle((value * unitOf(own).factor) / unitOf(shownUnit).factor),
    unit: shownUnit,
    label,
    figure,
  }
}

/** A plain number as a term: the years of a root, the 1 of a ÷ b − 1. */
export const constant = (sign: TermSign, value: number, unit = ''): AuditTerm => ({
  sign,
  value: shown(value),
  unit,
  label: '',
  figure: null,
})

/** A line of the arithmetic; `label` is a key under `audit.step`. */
export const step = (label: string, terms: readonly AuditTerm[], value: number, unit: string): AuditStep => ({
  label: message(`audit.step.${label}`),
  terms,
  value: shown(value),
  unit,
})

/**
 * Puts the arithmetic of a check together.
 * @param expected what the other figures give and `found` what is stated, both in the base unit of `unit`
 */
export function arithmetic(
  steps: readonly AuditStep[],
  stated: number,
  unit: string,
  expected: Interval,
  found: Interval,
): AuditArithmetic {
  const { factor } = unitOf(unit)
  return {
    steps,
    stated,
    unit,
    expected: shown(expected.value / factor),
    found: shown(found.value / factor),
    difference: shown(settle((found.value - expected.value) / factor)),
    tolerance: shown(tolerance(expected, found) / factor),
  }
}

/** Decimals of a number as printed, at most four. */
const decimals = (value: number): number => Math.min(4, String(value).split('.')[1]?.length ?? 0)

/**
 * A number with its unit for a message, at most one digit finer than the figure beside it: 17.6%, 8.05亿元.
 * @param like a figure in the same unit whose digits set the measure
 */
export const amount = (value: number, unit: string, like?: number): string => {
  const digits = like === undefined ? 2 : Math.max(1, decimals(like))
  return `${Number(value.toFixed(digits))}${unit}`
}

/** Growth with its sign: +12.8%, −3%. */
export const signed = (value: number): string => {
  const rounded = Number(value.toFixed(1))
  return `${rounded < 0 ? '−' : '+'}${Math.abs(rounded)}%`
}

/** Expected, found and difference in words for a message. */
export function spoken(
  { expected, found, difference, unit, stated }: AuditArithmetic,
  figures: readonly AuditFigure[],
) {
  const quantity = figures[stated]?.quantity ?? amount(found, unit)
  return {
    expected: amount(expected, unit, found),
    found: quantity,
    difference: amount(Math.abs(difference), unit, found),
  }
}

export const candidate = (name: string): Message => message(`audit.candidate.${name}`)
