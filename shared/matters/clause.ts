import { PLACES_OF_CHARACTERS, placeFor, placeOf } from '../text/characters'

/** Signs that end a clause, by their UTF-16 code unit. */
const BREAKS = new Uint8Array(PLACES_OF_CHARACTERS)
for (const sign of '，；：。！？\n') BREAKS[placeFor(sign.charCodeAt(0))] = 1

/** No clause is looked at further than this to either side of what was found in it: time stays linear. */
const REACH = 120

/** The clause around a find; its ends are looked for when they are asked for. Offsets are the view's. */
export class Clause {
  readonly text: string
  readonly #at: number
  readonly #floor: number
  #start = -1
  #end = -1

  /** @param floor where it begins at the earliest: what stands before was read */
  constructor(text: string, at: number, floor: number) {
    this.text = text
    this.#at = at
    this.#floor = floor
  }

  get start(): number {
    if (this.#start >= 0) return this.#start
    const first = Math.max(this.#floor, this.#at - REACH)
    let from = this.#at
    while (from > first && BREAKS[placeOf(this.text.charCodeAt(from - 1))] !== 1) from--
    this.#start = from
    return from
  }

  /** End, exclusive: where the next sign stands. */
  get end(): number {
    if (this.#end >= 0) return this.#end
    const last = Math.min(this.text.length, this.#at + REACH)
    let to = this.#at
    while (to < last && BREAKS[placeOf(this.text.charCodeAt(to))] !== 1) to++
    this.#end = to
    return to
  }
}

/** 未能达到, 没有完成: the opposite is said of what the words behind would tell. */
const DENIED =
  /(?:未能?|没有?能?|尚未|难以|无法|不能)(?:全面|全部|完全|如期|按期|按时|顺利|很好|较好地?|圆满)*(?:完成|实现|达成?到?|兑现|落实)/u

/** Whether words deny what they would tell otherwise: a report that admits to have missed its target claims nothing. */
export const isDenied = (words: string): boolean => DENIES.test(words) && DENIED.test(words)
/** Few words deny anything: a glance tells. */
const DENIES = /[未没难无]|不能/u
