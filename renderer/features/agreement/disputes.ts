import { inTreeOrder, pathOf } from '#shared/coding/code-tree'
import type { ListedAgreement, ListedDispute } from '#shared/exchange/agreement-table'
import type { Code } from '#shared/model/code'
import type { Report } from '#shared/model/report'
import type { AgreementAnswer, ListedDisagreement } from '../../workers/agreement/protocol'

/** What lines of the view are called. */
export interface NamesOf {
  path: (code: string) => string
  report: (report: string) => string
  author: (author: string) => string
}

/** How codes, reports and authors are called. @param unnamed what an author without a name is called */
export function namesOf(codes: readonly Code[], reports: readonly Report[], unnamed: string): NamesOf {
  const paths = new Map(codes.map(({ id }) => [id, pathOf(codes, id).join(' › ')]))
  const titles = new Map(
    reports.map(({ id, place, year, title }) => [id, place && year ? `${place.name} ${year}` : title]),
  )
  return {
    path: (code) => paths.get(code) ?? '',
    report: (report) => titles.get(report) ?? '',
    author: (author) => author || unnamed,
  }
}

/** The figures in the order of the codebook; all codes together stand first. */
export function codeLines(
  { codes, overall }: AgreementAnswer,
  book: readonly Code[],
  names: NamesOf,
  all: string,
): ListedAgreement[] {
  const place = new Map(inTreeOrder(book).map(({ id }, at) => [id, at]))
  const known = codes.filter(({ code }) => code !== null && place.has(code))
  const order = (code: string | null): number => place.get(code ?? '') ?? 0
  known.sort((a, b) => order(a.code) - order(b.code))
  const lines = known.map((agreement) => ({ path: names.path(agreement.code ?? ''), agreement }))
  return [{ path: all, agreement: overall }, ...lines]
}

/** Who gave the code of a disagreement and who did not, of those who have read the report. */
export function partiesOf(
  { pattern }: Pick<ListedDisagreement, 'pattern'>,
  authors: readonly string[],
  names: NamesOf,
) {
  const by = (sign: string): string[] =>
    authors.flatMap((author, at) => (pattern[at] === sign ? names.author(author) : []))
  return { given: by('1'), not: by('0') }
}

/** Disagreements as they are exported. */
export const listedDisputes = (
  disputes: readonly ListedDisagreement[],
  authors: readonly string[],
  names: NamesOf,
): ListedDispute[] =>
  disputes.map((one) => ({
    ...{ code: names.path(one.code), report: names.report(one.report), words: one.words },
    ...partiesOf(one, authors, names),
    ...{ start: one.start, end: one.end },
  }))
