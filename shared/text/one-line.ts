/** A break with the blanks around it. */
const BREAK = /[ \t\u3000]*[\r\n]+\s*/g

/** What ends a sentence, a clause or a heading: what follows it on the next line begins anew. */
const ENDS = /[。！？!?；;：:…|”』」》）)\]】]$/

/** A character of Chinese running text: between two of them a break is the page's, not the writer's. */
const RUNNING = /[\p{Script=Han}，、“‘《（「『〈]/u
const RUNS_ON = /[\p{Script=Han}，、。；：！？”’》）」』〉％%\d]/u

/** The character before an offset, a pair of surrogates as one. */
const before = (text: string, offset: number): string => [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? ''

/**
 * Words on one line, where it is not known which line breaks a scan has put in: a break inside running Chinese text is
 * nothing, any other a blank.
 */
export function oneLine(words: string): string {
  if (!/[\r\n]/.test(words)) return words.trim()
  return words.trim().replace(BREAK, (found, at: number, whole: string) => {
    const left = before(whole, at)
    const right = String.fromCodePoint(whole.codePointAt(at + found.length) ?? 32)
    return !ENDS.test(left) && RUNNING.test(left) && RUNS_ON.test(right) ? '' : ' '
  })
}
