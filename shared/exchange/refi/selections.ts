import type { Annotation } from '../../model/annotation'
import { codersOf } from '../coders'
import { guidFor, userGuid } from './guid'
import type { Positions } from './plain-text'
import { element, worded, xmlText } from './xml'

/** Who made something and when, as attributes; nobody for an author without a name. */
export function creator(author: string, at: string | null): { creatingUser?: string; creationDateTime?: string } {
  return {
    ...(author === '' ? {} : { creatingUser: userGuid(author) }),
    ...(at === null ? {} : { creationDateTime: at }),
  }
}

/** Who changed something last and when, as attributes. */
export function modifier(author: string, at: string): { modifyingUser?: string; modifiedDateTime: string } {
  return { ...(author === '' ? {} : { modifyingUser: userGuid(author) }), modifiedDateTime: at }
}

/**
 * An annotation as a selection: its memo as description (what other tools show as its comment), each of its codes as a
 * coding by who gave it.
 * @param known codes that the file has
 */
export function annotationXml(annotation: Annotation, positions: Positions, known: ReadonlySet<string>): string {
  const { id, anchor, author, createdAt, updatedAt, memo } = annotation
  const codings = codersOf(annotation).flatMap((coder) =>
    coder.codes
      .filter((code) => known.has(code))
      .map((code) =>
        element(
          'Coding',
          { guid: guidFor('coding', id, code, coder.author), ...creator(coder.author, coder.at) },
          element('CodeRef', { targetGUID: code }),
        ),
      ),
  )
  return element(
    'PlainTextSelection',
    {
      guid: id,
      name: label(anchor.quote),
      startPosition: positions.of(anchor.start),
      endPosition: positions.of(anchor.end),
      ...creator(author, createdAt),
      ...modifier(author, updatedAt),
    },
    worded('Description', memo) + codings.join(''),
  )
}

/** How much of a quote names its selection. */
const NAME = 60

/** The first words of a quote in one line. */
export function label(quote: string): string {
  const words = [
    ...quote
      .slice(0, 4 * NAME)
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  return words.length > NAME ? `${words.slice(0, NAME).join('')}…` : words.join('')
}

/** An annotation whose words are not in the text any more, as a note: a selection would have to lie about its place. */
export function orphanNote(annotation: Annotation, name: string, told: string): string {
  const { id, anchor, memo, author, createdAt, updatedAt } = annotation
  const text = [told, anchor.quote, ...(memo === '' ? [] : [memo])].join('\n\n')
  return element(
    'Note',
    { guid: id, name, ...creator(author, createdAt), ...modifier(author, updatedAt) },
    `<PlainTextContent>${xmlText(text)}</PlainTextContent>`,
  )
}
