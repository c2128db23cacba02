import * as characters from './characters'
import type { Dirt } from './layout'
import * as layout from './layout'

/** Lines that a scanner breaks, with blanks in some numbers and some letters for digits. */
const scan: Dirt = (clean, random) => layout.pages(characters.letters(characters.blanks(clean, random), random), random)

/** Every kind of dirt by name. */
export const KINDS: Readonly<Record<string, Dirt>> = {
  ragged: layout.ragged,
  column: layout.column,
  indented: layout.indented,
  'blank lines': layout.blankLines,
  'manual breaks': layout.manualBreaks,
  'split numbers': layout.splitNumbers,
  pages: layout.pages,
  newspaper: layout.newspaper,
  'one line': layout.oneLine,
  'one line, blanks': layout.oneLineSpaced,
  'sentence lines': layout.sentenceLines,
  'clause lines': layout.clauseLines,
  'CR LF': layout.crlf,
  CR: layout.cr,
  'byte order mark': layout.byteOrderMark,
  'glued numbers': layout.glued,
  blanks: characters.blanks,
  unseen: characters.unseen,
  'full width': characters.fullWidth,
  letters: characters.letters,
  points: characters.points,
  units: characters.units,
  percents: characters.percents,
  'half width': characters.halfWidth,
  remnants: characters.remnants,
  quotes: characters.quotes,
  dashes: characters.dashes,
  'spaced out': characters.spacedOut,
  bullets: characters.bullets,
  traditional: characters.traditional,
  scan,
}
