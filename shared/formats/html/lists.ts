import { attribute, type Element, hasAttribute } from './tree'

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** A number that an author wrote into the item: the list's own is switched off by a style that we do not see. */
const NUMBERED =
  /^[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．:：]|第[\d一二三四五六七八九十]+|[①-⑳●◆■·])/

/** The numbers that a browser puts before the items of an ordered list. */
export class ListNumbers {
  private next: number
  private readonly type: string
  private readonly shown: boolean

  constructor(list: Element) {
    const start = Number.parseInt(attribute(list, 'start'), 10)
    this.next = Number.isNaN(start) ? 1 : start
    this.type = attribute(list, 'type')
    this.shown = list.tagName === 'ol' && !/list-style(?:-type)?\s*:\s*none/i.test(attribute(list, 'style'))
  }

  /** The number of the next item with its dot and space; '' in a list without numbers. */
  take(item: Element): string {
    const value = hasAttribute(item, 'value') ? Number.parseInt(attribute(item, 'value'), 10) : Number.NaN
    if (!Number.isNaN(value)) this.next = value
    const number = this.next++
    return this.shown ? `${written(number, this.type)}. ` : ''
  }
}

/** Whether the text of an item brings its own number. */
export const bringsNumber = (text: string): boolean => NUMBERED.test(text)

function written(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number)
  if (type === 'a') return letters(number)
  if (type === 'A') return letters(number).toUpperCase()
  if (type === 'i') return roman(number)
  return type === 'I' ? roman(number).toUpperCase() : String(number)
}

function letters(number: number): string {
  let rest = number
  let text = ''
  while (rest > 0) {
    rest--
    text = String.fromCharCode(97 + (rest % 26)) + text
    rest = Math.floor(rest / 26)
  }
  return text
}

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
