/** Signs that take a whole square: Chinese characters, their punctuation, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
const WIDE_EM = 1
const NARROW_EM = 0.56

/**
 * How wide a line will be, in CSS pixels; an estimate, so that layouts can be computed without a canvas. Latin letters
 * count as a bit more than they take in the fonts of the interface.
 */
export function textWidth(text: string, fontSize: number): number {
  let em = 0
  for (const sign of text) em += WIDE.test(sign) ? WIDE_EM : NARROW_EM
  return em * fontSize
}

/** Breaks a name into lines of at most `width`; what is more than `most` lines ends in an ellipsis. */
export function wrap(text: string, fontSize: number, width: number, most: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < most) {
    const end = lineEnd(rest, fontSize, width)
    lines.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trimStart()
  }
  const last = lines.at(-1)
  if (rest !== '' && last !== undefined) lines[lines.length - 1] = `${[...last].slice(0, -1).join('')}…`
  return lines
}

/** Where a line ends: after the last sign that fits, at a space if there is one, never inside a word that would fit. */
function lineEnd(text: string, fontSize: number, width: number): number {
  let taken = 0
  let end = 0
  for (const sign of text) {
    taken += textWidth(sign, fontSize)
    if (taken > width && end > 0) break
    end += sign.length
  }
  if (end >= text.length) return text.length
  // A unit in brackets is not torn apart.
  const bracket = Math.max(text.lastIndexOf('（', end), text.lastIndexOf(' (', end))
  if (bracket > 0 && !/[）)]/.test(text.slice(bracket, end))) return bracket
  const space = text.lastIndexOf(' ', end)
  return space > 0 && /[\w%)]/.test(text.charAt(end)) ? space : end
}
