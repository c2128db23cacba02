import { normalPhrase } from '#shared/statements/normal-phrase'

/** What a report says of a thing behind its name: 社会消费品零售总额超过疫情前水平. */
const SAID = /(?:超过|超额|高于|好于|优于|快于|突破|迈上|达到|恢复至?到?|占全[省市国]|实现).*$/u
/** What is done to it, behind its name. */
const DONE =
  /(?:改造提升|提质改造|升级改造|改造|提升|新建|改建|扩建|建设|完工|开工|竣工|整治|推广|总规模|总数|数量|规模|基本达标|集中)+$/u
const LEAST = 3
const PAIR = 0x10000

function cut(text: string, tail: RegExp): string {
  const rest = text.replace(tail, '')
  return rest.length >= LEAST ? rest : text
}

function pairsOf(text: string): number[] {
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.charCodeAt(at) * PAIR + text.charCodeAt(at + 1)
    if (!pairs.includes(pair)) pairs.push(pair)
  }
  return pairs
}

/** A name, made ready to be held against others. */
export class Name {
  /** What is named, without what makes no difference: 改造背街小巷 and 背街小巷改造提升 are 背街小巷. */
  readonly normal: string
  #pairs: readonly number[] | null = null

  constructor(phrase: string) {
    this.normal = cut(normalPhrase(cut(phrase, SAID)), DONE)
  }

  /** Its pairs of neighbouring characters, each once. */
  get pairs(): readonly number[] {
    this.#pairs ??= pairsOf(this.normal)
    return this.#pairs
  }
}

/** Makes names ready; each phrase is read once. */
export class Names {
  readonly #known = new Map<string, Name>()

  of(phrase: string): Name {
    const known = this.#known.get(phrase)
    if (known) return known
    const name = new Name(phrase)
    this.#known.set(phrase, name)
    return name
  }
}

/** How alike two names are by their pairs of characters, 0 to 1 (Dice). */
export function likeness(a: Name, b: Name): number {
  if (a.normal === b.normal) return 1
  let common = 0
  for (const pair of a.pairs) if (b.pairs.includes(pair)) common += 1
  return common === 0 ? 0 : (2 * common) / (a.pairs.length + b.pairs.length)
}

/** Two names may be of one thing from this likeness on, where one only leaves words of the other out. */
const HALF = 0.5
/** From this one on even where they don't. */
const NEARLY = 0.8
/** The last characters of a Chinese name say what kind of thing it is. */
const HEAD = 2

/** Whether all characters of the shorter stand in the longer, in their order. */
function within(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let at = 0
  for (const char of long) if (char === short[at]) at += 1
  return at === short.length
}

const headOf = ({ normal }: Name): string => normal.slice(-HEAD)

/** Whether two names of a likeness are of one thing. */
export function isAlike(a: Name, b: Name, near: number): boolean {
  if (a.normal === b.normal) return true
  if (near < HALF || headOf(a) !== headOf(b)) return false
  return near >= NEARLY || within(a.normal, b.normal)
}

/**
 * Whether one name puts words before the other that make it a part of it: 大学生就业岗位 is `narrower` than 就业岗位, which
 * is `broader`. Null where neither is.
 */
export function widthOf(name: Name, other: Name): 'narrower' | 'broader' | null {
  if (name.normal === other.normal) return null
  if (name.normal.endsWith(other.normal)) return 'narrower'
  return other.normal.endsWith(name.normal) ? 'broader' : null
}

/** Finds things with a like name: only those whose name ends alike are looked at. */
export class NameIndex<T extends { readonly name: Name }> {
  readonly #byHead = new Map<string, T[]>()

  constructor(things: Iterable<T>) {
    for (const thing of things) {
      const head = headOf(thing.name)
      const held = this.#byHead.get(head)
      if (held) held.push(thing)
      else this.#byHead.set(head, [thing])
    }
  }

  /** Things whose name is alike (`isAlike`), with how much. */
  alike(name: Name): readonly (readonly [thing: T, near: number])[] {
    const found: [T, number][] = []
    for (const thing of this.#byHead.get(headOf(name)) ?? NONE) {
      const near = likeness(name, thing.name)
      if (isAlike(name, thing.name, near)) found.push([thing, near])
    }
    return found
  }
}

const NONE: readonly never[] = []
