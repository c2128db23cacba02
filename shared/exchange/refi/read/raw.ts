import { below, type Node, targetsOf, wordsOf } from './tree'

/*
 * What a project file says, before its references are followed. GUIDs are without braces, in small letters.
 */

export interface RawMade {
  by: string
  at: string
  changedBy: string
  changedAt: string
}

export interface RawCoding {
  code: string
  by: string
  at: string
  notes: string[]
}

export interface RawSelection extends RawMade {
  guid: string
  name: string
  start: number
  end: number
  description: string
  codings: RawCoding[]
  notes: string[]
}

/** A text source or a note: the schema has one type for both. */
export interface RawText extends RawMade {
  guid: string
  name: string
  description: string
  /** The text in the XML; null where it lies in a file. */
  content: string | null
  /** Path of the file with the text, '' where there is none. */
  path: string
  selections: RawSelection[]
  /** Codings of the whole text. */
  codings: number
  notes: string[]
  /** Values of variables by the variable's GUID. */
  values: Map<string, string>
}

export interface RawCode {
  guid: string
  name: string
  color: string
  description: string
  notes: string[]
  below: RawCode[]
}

export interface RawLink {
  origin: string
  target: string
  direction: string
}

const guidOf = (text: string): string => text.trim().replace(/[{}]/g, '').toLowerCase()

const made = (node: Node): RawMade => ({
  by: guidOf(node.at('creatingUser')),
  at: node.at('creationDateTime'),
  changedBy: guidOf(node.at('modifyingUser')),
  changedAt: node.at('modifiedDateTime'),
})

function selection(node: Node): RawSelection {
  return {
    ...made(node),
    guid: guidOf(node.at('guid')),
    name: node.at('name'),
    start: numberOf(node.at('startPosition')),
    end: numberOf(node.at('endPosition')),
    description: wordsOf(node, 'Description'),
    codings: below(node, 'Coding').map((coding) => ({
      code: targetsOf(coding, 'CodeRef')[0] ?? '',
      by: guidOf(coding.at('creatingUser')),
      at: coding.at('creationDateTime'),
      notes: targetsOf(coding, 'NoteRef'),
    })),
    notes: targetsOf(node, 'NoteRef'),
  }
}

const numberOf = (text: string): number => (/^\s*\d{1,12}\s*$/.test(text) ? Number(text) : Number.NaN)

/** A `TextSource`, `Representation` or `Note`. */
export function rawText(node: Node): RawText {
  const inline = below(node, 'PlainTextContent')[0]
  return {
    ...made(node),
    guid: guidOf(node.at('guid')),
    name: node.at('name'),
    description: wordsOf(node, 'Description'),
    content: inline ? inline.text : null,
    path: node.at('plainTextPath'),
    selections: below(node, 'PlainTextSelection').map(selection),
    codings: below(node, 'Coding').length,
    notes: targetsOf(node, 'NoteRef'),
    values: new Map(
      below(node, 'VariableValue').map((one) => [
        targetsOf(one, 'VariableRef')[0] ?? '',
        one.children.find(({ name }) => name !== 'VariableRef')?.text ?? '',
      ]),
    ),
  }
}

/** A `Code` with those below it. */
export function rawCode(node: Node): RawCode {
  return {
    guid: guidOf(node.at('guid')),
    name: node.at('name'),
    color: node.at('color'),
    description: wordsOf(node, 'Description'),
    notes: targetsOf(node, 'NoteRef'),
    below: below(node, 'Code').map(rawCode),
  }
}

/** A `Link`. */
export const rawLink = (node: Node): RawLink => ({
  origin: guidOf(node.at('originGUID')),
  target: guidOf(node.at('targetGUID')),
  direction: node.at('direction'),
})

/** The GUID of anything. */
export const rawGuid = (node: Node): string => guidOf(node.at('guid'))
