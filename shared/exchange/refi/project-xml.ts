import { translate } from '../../locales/translate'
import type { Memo } from '../../model/memo'
import type { ContentSource, ProjectContent } from '../project-content'
import type { StatementWords } from '../statement-table'
import { codesXml, ORIGIN } from './codebook-xml'
import { sourceGuid, userGuid } from './guid'
import { type Outline, reportSelection, travelling } from './outline'
import { OURS, plainOf, positionsIn } from './plain-text'
import { annotationXml, creator, label, modifier, orphanNote } from './selections'
import { statementCoding, statementGuid, statementNote } from './statement-codes'
import { sourceValues, variablesXml } from './variables'
import { closing, element, opening, XML_HEAD } from './xml'

const NAMESPACE = 'urn:QDA-XML:project:1.0'

const container = (name: string, content: string): string => (content === '' ? '' : element(name, {}, content))
const references = (memos: readonly Memo[]): string =>
  memos.map(({ id }) => element('NoteRef', { targetGUID: id })).join('')

/** `project.qde`, in the order of Project.xsd 1.0, in pieces: going through the sources twice. */
export async function* projectXml(
  content: ProjectContent,
  outline: Outline,
  words: StatementWords,
): AsyncGenerator<string> {
  const { project, codes } = content
  const { language } = words
  const users = [...outline.authors].sort().map((name) => element('User', { guid: userGuid(name), name }))
  const coded = codesXml(codes, language, (id) => references(outline.memosOn('code', id)))
  yield XML_HEAD +
    opening('Project', {
      xmlns: NAMESPACE,
      name: project.name,
      origin: ORIGIN,
      creationDateTime: project.createdAt,
    }) +
    container('Users', users.join('')) +
    container('CodeBook', container('Codes', coded + outline.statements.xml(words))) +
    container('Variables', variablesXml(language)) +
    container('Cases', outline.cases.join(''))
  yield* sourcesXml(content, outline)
  yield* notesXml(content, outline, words)
  yield container('Links', outline.links.join('')) + references(outline.memosOn('project')) + closing('Project')
}

async function* sourcesXml(content: ProjectContent, outline: Outline): AsyncGenerator<string> {
  const known = new Set(content.codes.map(({ id }) => id))
  let any = false
  for await (const source of content.sources()) {
    if (!any) yield opening('Sources')
    any = true
    yield sourceXml(source, outline, known)
  }
  if (any) yield closing('Sources')
}

function sourceXml(content: ContentSource, outline: Outline, known: ReadonlySet<string>): string {
  const { source, text, reports, annotations } = content
  const guid = sourceGuid(source.hash)
  const positions = positionsIn(text, OURS)
  const span = (start: number, end: number) => ({ startPosition: positions.of(start), endPosition: positions.of(end) })
  const coded = annotations.filter(({ orphan }) => !orphan).map((one) => annotationXml(one, positions, known))
  const spans =
    reports.length < 2
      ? []
      : reports.map(({ report: { id, title, start, end } }) =>
          element('PlainTextSelection', { guid: reportSelection(id), name: title, ...span(start, end) }),
        )
  const stated = reports.flatMap(({ report, statements }) =>
    travelling(statements).map((statement) => {
      const { start, quantity, author, updatedAt } = statement
      const of = statementGuid(report.id, statement)
      const by = creator(author, updatedAt)
      const attributes = { guid: of, name: label(quantity), ...span(start, start + quantity.length), ...by }
      return element('PlainTextSelection', attributes, statementCoding(of, statement, by))
    }),
  )
  const notes = [
    ...reports.flatMap(({ report: { id } }) => outline.memosOn('report', id)),
    ...annotations.filter(({ orphan }) => orphan),
  ].map(({ id }) => element('NoteRef', { targetGUID: id }))
  return element(
    'TextSource',
    { guid, name: source.name, plainTextPath: `internal://${guid}.txt`, creationDateTime: source.importedAt },
    [...spans, ...coded, ...stated, ...notes].join('') + sourceValues(source, plainOf(text).form),
  )
}

async function* notesXml(content: ProjectContent, outline: Outline, words: StatementWords): AsyncGenerator<string> {
  if (outline.notes === 0) return
  const named = new Map(content.codes.map(({ id, name }) => [id, name]))
  yield opening('Notes')
  for (const memo of content.memos) yield memoXml(memo, words, named)
  const [orphan, told] = ['exchangeFiles.orphan', 'exchangeFiles.orphanText'].map((key) =>
    translate(words.language, key),
  )
  for await (const { annotations, reports } of content.sources()) {
    const lost = annotations.filter((one) => one.orphan).map((one) => orphanNote(one, orphan ?? '', told ?? ''))
    const stated = reports.flatMap(({ report, statements }) =>
      travelling(statements).map((one) =>
        statementNote(report.id, one, {
          words,
          creator: creator(one.author, one.updatedAt ?? content.project.createdAt),
        }),
      ),
    )
    yield [...lost, ...stated].join('')
  }
  yield closing('Notes')
}

/** A memo as a note; its text lies in a file of its own, since QualCoder reads no note that stands in the XML. */
function memoXml(memo: Memo, { language }: StatementWords, named: ReadonlyMap<string, string>): string {
  const { id, subject, author, updatedAt } = memo
  const name = translate(language, `exchangeFiles.memoOf.${subject.type}`, { name: named.get(subject.id) ?? '' })
  const attributes = { guid: id, name, plainTextPath: `internal://${id}.txt` }
  const made = { ...creator(author, updatedAt), ...modifier(author, updatedAt) }
  return element('Note', { ...attributes, ...made })
}
