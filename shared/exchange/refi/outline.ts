import { linksOf } from '../../coding/links'
import type { Language } from '../../locales/translate'
import type { Memo } from '../../model/memo'
import type { ContentReport, ContentSource, ProjectContent } from '../project-content'
import { guidFor, sourceGuid } from './guid'
import { StatementCodes } from './statement-codes'
import { reportValues } from './variables'
import { element } from './xml'

/**
 * What stands in a project file before its sources, or beside them: gathered by going through the sources once. It grows
 * with reports and authors, not with texts and spans.
 */
export class Outline {
  readonly authors = new Set<string>()
  readonly statements = new StatementCodes()
  /** Cases and links as XML. */
  readonly cases: string[] = []
  readonly links: string[] = []
  /** Memos by what they are on: `report:<id>`, `code:<id>`, `project`. */
  readonly #memos = new Map<string, Memo[]>()
  readonly #language: Language
  /** Things that the file has, which links may lead to. */
  readonly #guids = new Set<string>()
  readonly #wanted: { origin: string; target: string; name: string; direction: string }[] = []
  notes = 0

  constructor({ codes, memos }: ProjectContent, language: Language) {
    this.#language = language
    for (const { id, author } of codes) {
      this.#guids.add(id)
      this.#by(author)
    }
    for (const memo of memos) {
      const key = memo.subject.type === 'project' ? 'project' : `${memo.subject.type}:${memo.subject.id}`
      this.#memos.set(key, [...(this.#memos.get(key) ?? []), memo])
      this.#guids.add(memo.id)
      this.#by(memo.author)
      this.#link(memo.id, memo.text)
      this.notes++
    }
  }

  /** Takes a source in. */
  add(content: ContentSource): void {
    for (const annotation of content.annotations) {
      this.#guids.add(annotation.id)
      this.#by(annotation.author)
      for (const { author } of annotation.also) this.#by(author)
      this.#link(annotation.id, annotation.memo)
      if (annotation.orphan) this.notes++
    }
    for (const report of content.reports) this.#report(report, content)
  }

  /** Links whose other end is in the file. */
  close(): void {
    for (const { origin, target, name, direction } of this.#wanted) {
      if (!this.#guids.has(target)) continue
      const guid = guidFor('link', direction, origin, target)
      this.links.push(element('Link', { guid, name, direction, originGUID: origin, targetGUID: target }))
    }
  }

  /** The memos on something. */
  memosOn(type: Memo['subject']['type'], id = ''): readonly Memo[] {
    return this.#memos.get(type === 'project' ? 'project' : `${type}:${id}`) ?? []
  }

  #report({ report, statements }: ContentReport, { source, reports }: ContentSource): void {
    this.#guids.add(report.id)
    for (const { id } of this.memosOn('report', report.id))
      this.#wanted.push({ origin: id, target: report.id, name: report.title, direction: 'Associative' })
    for (const statement of travelling(statements)) {
      this.statements.add(statement)
      this.#by(statement.author)
      this.notes++
    }
    const reference =
      reports.length === 1
        ? element('SourceRef', { targetGUID: sourceGuid(source.hash) })
        : element('SelectionRef', { targetGUID: reportSelection(report.id) })
    const content = reportValues(report, this.#language) + reference
    this.cases.push(element('Case', { guid: report.id, name: report.title }, content))
  }

  #by(author: string): void {
    if (author !== '') this.authors.add(author)
  }

  #link(origin: string, text: string): void {
    for (const { type, id } of linksOf(text)) this.#wanted.push({ origin, target: id, name: type, direction: 'OneWay' })
  }
}

/** The GUID of the span of a report, where its source holds several. */
export const reportSelection = (report: string): string => guidFor('report', report)

/** Statements that go out: all but those that the user has rejected. */
export const travelling = <S extends { status: string }>(statements: readonly S[]): S[] =>
  statements.filter(({ status }) => status !== 'rejected')
