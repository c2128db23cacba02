import type { TFunction } from 'i18next'
import type { ImportLine } from '#shared/ipc/imports'
import type { ExtractionOutcome } from '#shared/model/extraction'
import { type Message, message } from '#shared/model/identity'
import type { Run } from './runs'

/** Translates a key with its parameters; i18next's `t`. */
export type Translate = TFunction

type Imported = Extract<ImportLine['outcome'], { status: 'imported' }>

/** A found report in words: 瀍河回族区 2023 全文. */
export function describeReport(t: Translate, report: Imported['reports'][number]): string {
  const place = report.place?.name ?? t('library.noPlace')
  const year = report.year === null ? t('import.result.noYear') : String(report.year)
  return [place, year, t(`library.kind.${report.kind}`)].join(' · ')
}

/** How a run ended, for the status bar: as it is, also when nothing new was in it. */
export function describeEnd({
  imported,
  duplicates,
  failed,
}: Pick<Run, 'imported' | 'duplicates' | 'failed'>): Message {
  const counts = { imported, duplicates, failed }
  if (failed > 0) return message(`import.progress.${duplicates > 0 ? 'endedMixed' : 'endedFailed'}`, counts)
  if (duplicates === 0) return message('import.progress.ended', counts)
  return message(`import.progress.${imported > 0 ? 'endedSome' : 'endedDuplicates'}`, counts)
}

/** Seconds below which a remaining time is told in seconds. */
const MINUTE = 60

/** How fast an import is and how long it will take, '' where neither can be told yet. */
export function describePace(
  t: Translate,
  { state, rate, secondsLeft }: Pick<Run, 'state' | 'rate' | 'secondsLeft'>,
): string {
  if (state !== 'running' || rate <= 0) return ''
  const speed = t('import.progress.rate', { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) })
  if (secondsLeft === null) return speed
  const left =
    secondsLeft < MINUTE
      ? t('import.progress.secondsLeft', { count: secondsLeft })
      : t('import.progress.minutesLeft', { count: Math.ceil(secondsLeft / MINUTE) })
  return `${speed} · ${left}`
}

/** What became of an extraction, a sentence each; the names of missing sources not among them. */
export function describeExtraction(t: Translate, outcome: ExtractionOutcome): string[] {
  const { sources, missing, refused, invalid } = outcome
  const counts = { ...outcome, sources: sources - missing }
  return [
    t('import.extraction.laid', counts),
    ...(refused > 0 ? [t('import.extraction.refused', counts)] : []),
    ...(invalid > 0 ? [t('import.extraction.invalid', counts)] : []),
    ...(missing > 0 ? [t('import.extraction.missing', counts)] : []),
  ]
}

/** A source that is not in the project, as one can look for it: its title and the beginning of its SHA-256. */
export const describeMissing = ({ title, hash }: ExtractionOutcome['missingNamed'][number]): string =>
  [title, `${hash.slice(0, HASH_SHOWN)}…`].filter(Boolean).join(' · ')

/** So many digits tell any two files apart. */
const HASH_SHOWN = 12

/** What became of a file, in words on one line. */
export function describeOutcome(t: Translate, { outcome }: ImportLine): string {
  if (outcome.status === 'failed') return t(outcome.reason.key, outcome.reason.params)
  if (outcome.status === 'duplicate') return t('import.result.duplicateOf', { name: outcome.of })
  if (outcome.extraction) {
    const missing = outcome.extraction.missingNamed.map(describeMissing)
    return [...describeExtraction(t, outcome.extraction), ...missing].join(' ')
  }
  if (outcome.reports.length === 0) return t('library.noReport')
  return outcome.reports.map((report) => describeReport(t, report)).join(t('import.result.and'))
}

/** The lines as text to paste into a table: name, status, what happened, separated by tabs. */
export const asText = (t: Translate, lines: readonly ImportLine[]): string =>
  lines
    .map((line) => [line.name, t(`import.status.${line.outcome.status}`), describeOutcome(t, line)].join('\t'))
    .join('\n')
