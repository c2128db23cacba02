import { CONTEXT_LENGTH } from '../../model/anchor'
import type { Annotation } from '../../model/annotation'
import type { Code } from '../../model/code'
import type { Memo } from '../../model/memo'
import { makeAnchor } from '../../text/anchor'
import { codersOf } from '../coders'
import type { ByteSink, ContentSource, ContentStatement, ProjectContent } from '../project-content'
import { travelling } from '../refi/outline'
import { type Positions, positionsIn } from '../refi/plain-text'
import { statementGuid } from '../refi/statement-codes'
import { statementFacts } from '../statement-facts'
import type { StatementWords } from '../statement-table'
import { CONTEXT, COUNTING, GENERATOR, ID_URN, SOURCE_URN } from './page'

type Json = Readonly<Record<string, unknown>>

const person = (name: string): Json => (name === '' ? {} : { creator: { type: 'Person', name } })

/** Characters that are handed on at once. */
const PIECE = 1 << 16

/**
 * A project's annotations, memos and statements as a page of web annotations (JSON-LD), one source at a time. The codes
 * stand in it as our own records; each tag has its name and its id.
 */
export async function writeAnnotations(content: ProjectContent, words: StatementWords, sink: ByteSink): Promise<void> {
  const { project, codes, memos } = content
  const encoder = new TextEncoder()
  const head = {
    '@context': CONTEXT,
    id: `${ID_URN}${project.id}#page`,
    type: 'AnnotationPage',
    partOf: { id: ID_URN + project.id, type: 'AnnotationCollection', label: project.name, created: project.createdAt },
    generator: GENERATOR,
    codes,
  }
  let held = `${JSON.stringify(head).slice(0, -1)},"items":[`
  let first = true
  const put = async (item: Json): Promise<void> => {
    held += `${first ? '\n' : ',\n'}${JSON.stringify(item)}`
    first = false
    if (held.length < PIECE) return
    await sink(encoder.encode(held))
    held = ''
  }
  const named = new Map(codes.map((code) => [code.id, code]))
  for (const memo of memos) await put(memoItem(memo, project.id))
  for await (const source of content.sources()) for (const item of itemsOf(source, named, words)) await put(item)
  await sink(encoder.encode(`${held}\n]}\n`))
}

function* itemsOf(content: ContentSource, codes: ReadonlyMap<string, Code>, words: StatementWords): Generator<Json> {
  const { source, text, annotations, reports } = content
  const positions = positionsIn(text, COUNTING)
  const target = (start: number, end: number): Json => {
    const { quote, prefix, suffix } = makeAnchor(text, start, end)
    return {
      source: SOURCE_URN + source.hash,
      selector: [positionAt(start, end, positions), quoted({ quote, prefix, suffix })],
    }
  }
  for (const annotation of annotations) {
    const { anchor, orphan } = annotation
    // One whose words are gone has no place; its quote may find it in another reading.
    const at = orphan
      ? { source: SOURCE_URN + source.hash, selector: [quoted(anchor)] }
      : target(anchor.start, anchor.end)
    yield annotationItem(annotation, at, codes)
  }
  for (const { report, statements } of reports)
    for (const statement of travelling(statements))
      yield statementItem(
        report.id,
        statement,
        target(statement.start, statement.start + statement.quantity.length),
        words,
      )
}

const positionAt = (start: number, end: number, positions: Positions): Json => ({
  type: 'TextPositionSelector',
  start: positions.of(start),
  end: positions.of(end),
})

const quoted = ({ quote, prefix, suffix }: { quote: string; prefix: string; suffix: string }): Json => ({
  type: 'TextQuoteSelector',
  exact: quote,
  prefix: prefix.slice(-CONTEXT_LENGTH),
  suffix: suffix.slice(0, CONTEXT_LENGTH),
})

function annotationItem(annotation: Annotation, target: Json, codes: ReadonlyMap<string, Code>): Json {
  const { id, memo, author, createdAt, updatedAt } = annotation
  const tags = codersOf(annotation).flatMap((coder) =>
    coder.codes.flatMap((code) => {
      const name = codes.get(code)?.name
      const by = coder.author === author ? {} : { ...person(coder.author), created: coder.at }
      return name === undefined
        ? []
        : [{ id: ID_URN + code, type: 'TextualBody', purpose: 'tagging', value: name, ...by }]
    }),
  )
  const comment = memo === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: memo, format: 'text/plain' }]
  const body = [...tags, ...comment]
  return {
    id: ID_URN + id,
    type: 'Annotation',
    motivation: tags.length > 0 ? 'tagging' : comment.length > 0 ? 'commenting' : 'highlighting',
    ...person(author),
    created: createdAt,
    modified: updatedAt,
    ...(body.length === 0 ? {} : { body }),
    target,
  }
}

function statementItem(report: string, statement: ContentStatement, target: Json, words: StatementWords): Json {
  const { author, updatedAt } = statement
  const told = statementFacts(statement, words).map(([label, value]) => `${label}: ${value}`)
  return {
    id: ID_URN + statementGuid(report, statement),
    type: 'Annotation',
    motivation: 'describing',
    ...person(author),
    ...(updatedAt === null ? {} : { created: updatedAt }),
    body: [
      { type: 'TextualBody', purpose: 'describing', value: told.join('\n'), format: 'text/plain' },
      { type: 'Statement', purpose: 'classifying', statement: { report, ...statement } },
    ],
    target,
  }
}

/** A memo on something that is no text: its target is the thing itself. */
function memoItem({ id, subject, text, author, updatedAt }: Memo, project: string): Json {
  return {
    id: ID_URN + id,
    type: 'Annotation',
    motivation: 'commenting',
    ...person(author),
    created: updatedAt,
    modified: updatedAt,
    body: { type: 'TextualBody', purpose: 'commenting', value: text, format: 'text/plain' },
    target: ID_URN + (subject.type === 'project' ? project : subject.id),
  }
}
