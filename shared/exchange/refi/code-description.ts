import type { Code } from '../../model/code'

/*
 * A code of REFI-QDA has one description; ours has a definition and an example. Both stand in it, the example behind a
 * line of its own, which people read and reading finds again.
 */

/** The line between definition and example, as it is written in each language. */
const LINES = { 'zh-CN': '【示例】', en: '[Example]' } as const
const LINE = /^\\*(?:【示例】|\[Example\])$/
const MARKER = /^(?:【示例】|\[Example\])$/

const eachLine = (text: string, change: (line: string) => string): string => text.split('\n').map(change).join('\n')
const guarded = (text: string): string => eachLine(text, (line) => (LINE.test(line) ? `\\${line}` : line))
const unguarded = (text: string): string =>
  eachLine(text, (line) => (line.startsWith('\\') && LINE.test(line) ? line.slice(1) : line))

/** The description of a code. */
export function descriptionOf(code: Pick<Code, 'definition' | 'example'>, language: keyof typeof LINES): string {
  const definition = guarded(code.definition)
  if (code.example === '') return definition
  const example = `${LINES[language]}\n${guarded(code.example)}`
  return definition === '' ? example : `${definition}\n${example}`
}

/** Definition and example of a description; one by another tool is a definition. */
export function partsOf(description: string): Pick<Code, 'definition' | 'example'> {
  const lines = description.split('\n')
  const at = lines.findIndex((line) => MARKER.test(line))
  if (at < 0) return { definition: unguarded(description), example: '' }
  const join = (part: string[]): string => unguarded(part.join('\n'))
  return { definition: join(lines.slice(0, at)), example: join(lines.slice(at + 1)) }
}
