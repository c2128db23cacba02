import { ClaimExtent, ClaimSubject, type MatterType, Relation, VentureStage } from '#shared/model/matter'
import { StatementKind, TargetList } from '#shared/model/statement'

/** How a field of a matter is filled in. */
export type FieldControl = 'text' | 'number' | 'flag' | 'select' | 'indicator' | 'money' | 'list'

/** A field that is one of a few values: its options, and under which locale key each has its name. */
interface Select {
  options: readonly string[]
  labels: string
}

const SELECTS: Readonly<Record<string, Select>> = {
  relation: { options: Relation.options, labels: 'matters.relation' },
  kind: { options: StatementKind.options, labels: 'statements.kind' },
  subject: { options: ClaimSubject.options, labels: 'matters.subject' },
  extent: { options: ClaimExtent.options, labels: 'matters.extent' },
  stage: { options: VentureStage.options, labels: 'matters.stage' },
  list: { options: TargetList.options, labels: 'statements.list' },
}

const OTHERS: Readonly<Record<string, FieldControl>> = {
  ...{ canonical: 'indicator', referenceCanonical: 'indicator', parent: 'list' },
  ...{ position: 'number', previous: 'number', size: 'number', streak: 'number', count: 'number' },
  ...{ stated: 'number', items: 'number', ordinal: 'number', within: 'flag', fromBottom: 'flag' },
  ...{ total: 'money', own: 'money', above: 'money', private: 'money', amount: 'money' },
}

/** Numbers that every matter of their type has. */
const REQUIRED: ReadonlySet<string> = new Set(['position', 'items', 'ordinal'])

/** How a field is filled in. */
export const controlOf = (name: string): FieldControl => (name in SELECTS ? 'select' : (OTHERS[name] ?? 'text'))

/** What a field can be, with the locale key of each option's name. */
export function optionsOf(name: string): { value: string; labelKey: string }[] {
  const { options, labels } = SELECTS[name] ?? { options: [], labels: '' }
  return options.map((value) => ({ value, labelKey: `${labels}.${value || 'none'}` }))
}

/** True for a number that can't be left empty. */
export const isRequired = (name: string): boolean => REQUIRED.has(name)

/** The fields of each type in the lines of its form: what it says, then what every matter has. */
const OWN: Readonly<Record<MatterType, readonly (readonly string[])[]>> = {
  relative_target: [
    ['indicator', 'canonical'],
    ['relation', 'reference', 'hedge'],
    ['referenceCanonical', 'referenceScope', 'kind'],
  ],
  rank: [
    ['indicator', 'canonical'],
    ['aspect', 'position', 'among'],
    ['previous', 'size', 'streak'],
    ['within', 'fromBottom'],
  ],
  claim: [['covers'], ['subject', 'extent', 'count'], ['levels']],
  list: [['heading'], ['stated', 'items', 'total'], ['own', 'above', 'private']],
  list_item: [['heading'], ['ordinal', 'mark', 'count'], ['parent', 'total'], ['own', 'above', 'private']],
  venture: [['name'], ['amount', 'stage', 'stageWords'], ['place']],
}
const COMMON: readonly (readonly string[])[] = [
  ['year', 'wording', 'due'],
  ['scope', 'period', 'list'],
]

/** The lines of the form of a type, with the names of their fields; `role` stands by itself. */
export const linesOf = (type: MatterType): readonly (readonly string[])[] => [...OWN[type], ...COMMON]

/** The field that a type is first about: 居民收入, 民生实事. */
export const firstField = (type: MatterType): string => OWN[type][0]?.[0] ?? 'role'

/** Locale key of a field's name. */
export const labelKey = (name: string): string =>
  name === 'parent' ? 'matters.review.field.parent' : `matters.field.${name}`
