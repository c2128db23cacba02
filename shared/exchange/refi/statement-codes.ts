import { translate } from '../../locales/translate'
import type { Role } from '../../model/statement'
import { statementKey } from '../../model/statement'
import type { ContentStatement } from '../project-content'
import { measuredName, statementFacts } from '../statement-facts'
import type { StatementWords } from '../statement-table'
import { guidFor } from './guid'
import { closing, element, opening, worded } from './xml'

/*
 * Statements travel as codes with notes: a branch 数据项 with 目标 and 完成情况, below them a code for each indicator that
 * occurs. A statement is the span of its quantity with that code, and a note: its fields in words, and behind them the
 * record as JSON in one line, by which a file of ours is read again.
 */

/** The code above all statements. */
export const STATEMENTS_GUID = guidFor('statements')

const ROLES: readonly Role[] = ['target', 'actual']
const OTHER = ''

/** The colours that target and result have everywhere, and a grey for what is above them. */
const COLORS = { target: '#b45309', actual: '#0f766e', above: '#64748b' } as const

/** The code of an indicator; phrases that the dictionary does not know share one, or they would be thousands. */
const codeGuid = (role: Role, canonical: string): string => guidFor('statements', role, canonical)

/** The GUID of a statement's span. */
export const statementGuid = (report: string, statement: ContentStatement): string =>
  statement.id ?? guidFor('statement', report, statementKey(statement))

/** The indicators that occur, by role: what the branch of codes is made of. */
export class StatementCodes {
  readonly #seen: Record<Role, Set<string>> = { target: new Set(), actual: new Set() }

  add({ role, canonical }: ContentStatement): void {
    this.#seen[role].add(canonical)
  }

  /** The branch as XML, '' where there is no statement. */
  xml(words: StatementWords): string {
    const branches = ROLES.filter((role) => this.#seen[role].size > 0).map((role) => this.#branch(role, words))
    if (branches.length === 0) return ''
    const name = translate(words.language, 'exchangeFiles.statements')
    return codeXml(STATEMENTS_GUID, name, COLORS.above, branches.join(''))
  }

  #branch(role: Role, { language, indicatorName }: StatementWords): string {
    const other = translate(language, 'exchangeFiles.otherIndicator')
    const codes = [...this.#seen[role]]
      .map((canonical) => ({ canonical, name: canonical === OTHER ? other : indicatorName(canonical) || canonical }))
      .sort((a, b) => Number(a.canonical === OTHER) - Number(b.canonical === OTHER) || (a.name < b.name ? -1 : 1))
      .map(({ canonical, name }) => codeXml(codeGuid(role, canonical), name, COLORS[role], null))
    return codeXml(
      guidFor('statements', role),
      translate(language, `exchangeFiles.${role}`),
      COLORS[role],
      codes.join(''),
    )
  }
}

/** A code of the branch; only those of indicators, which have none below them, are given to spans. */
function codeXml(guid: string, name: string, color: string, below: string | null): string {
  return element('Code', { guid, name, isCodable: below === null, color }, below ?? '')
}

/** What stands in a statement's span: its code and its note. */
export function statementCoding(guid: string, statement: ContentStatement, creator: object): string {
  const coding = element(
    'Coding',
    { guid: guidFor('coding', guid), ...creator },
    element('CodeRef', { targetGUID: codeGuid(statement.role, statement.canonical) }),
  )
  return coding + element('NoteRef', { targetGUID: noteGuid(guid) })
}

const noteGuid = (guid: string): string => guidFor('note', guid)

/** Begins the line of a note that holds the record. */
export const RECORD = 'duibiao:statement '

/** The note of a statement. */
export function statementNote(
  report: string,
  statement: ContentStatement,
  { words, creator }: { words: StatementWords; creator: object },
): string {
  const { language } = words
  const name = translate(language, 'exchangeFiles.statementNote', {
    role: translate(language, `exchangeFiles.${statement.role}`),
    year: statement.year,
    indicator: measuredName(statement, words),
    quantity: statement.quantity,
  })
  const joint = translate(language, 'exchangeFiles.fact.joint')
  const facts = statementFacts(statement, words).map(([label, value]) => label + joint + value)
  const record = RECORD + JSON.stringify({ report, ...statement })
  return (
    opening('Note', { guid: noteGuid(statementGuid(report, statement)), name: name.replace(/ +/g, ' '), ...creator }) +
    worded('PlainTextContent', [...facts, '', record].join('\n')) +
    closing('Note')
  )
}
