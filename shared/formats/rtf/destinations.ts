/** What the words of a group are: text of the document, something to keep, or nothing that is shown. */
export type Destination =
  | 'text'
  | 'label'
  | 'title'
  | 'fonts'
  | 'styles'
  /** Shown nowhere itself; a destination inside it may be (the box of a shape, the words of an object). */
  | 'void'
  | 'skip'

/** Groups whose words are text although a reader of old might pass over them (\*). */
const STARRED = new Map<string, Destination>([
  ['footnote', 'text'],
  ['shpinst', 'void'],
  ['do', 'void'],
  ['nesttableprops', 'text'],
  ['ud', 'text'],
  ['moMath', 'text'],
  ['moMathPara', 'text'],
])

const NAMED = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['listtext', 'label'],
  ['pntext', 'label'],
  ['title', 'title'],
  ['info', 'void'],
  ['object', 'void'],
  ['upr', 'void'],
  ['shpgrp', 'void'],
  ['result', 'text'],
  ['fldrslt', 'text'],
  ['shptxt', 'text'],
  ['dptxbxtext', 'text'],
  ['footnote', 'text'],
])

/** Everything of the header, of properties and of what an old reader is given in place of something new. */
const SKIPPED = new Set([
  ...['colortbl', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'fldinst', 'formfield'],
  ...['ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'annotation', 'atnid', 'atnauthor', 'atndate'],
  ...[
    'atnref',
    'atrfstart',
    'atrfend',
    'atnparent',
    'atntime',
    'bkmkstart',
    'bkmkend',
    'pict',
    'nonshppict',
    'shppict',
  ],
  ...[
    'shprslt',
    'sp',
    'nonesttables',
    'xe',
    'tc',
    'tcn',
    'rxe',
    'txe',
    'objdata',
    'objclass',
    'objname',
    'pn',
    'pnseclvl',
  ],
  ...['author', 'operator', 'subject', 'keywords', 'comment', 'doccomm', 'company', 'manager', 'category', 'hlinkbase'],
  ...['creatim', 'revtim', 'printim', 'buptim', 'template', 'themedata', 'colorschememapping', 'datastore', 'mmathPr'],
  ...[
    'latentstyles',
    'userprops',
    'factoidname',
    'background',
    'private',
    'wgrffmtfilter',
    'protusertbl',
    'passwordhash',
  ],
])

/**
 * What a control word makes of the group that it opens.
 * @param starred it stands behind \*: an unknown one is passed over
 * @returns null for a word that opens no destination
 */
export function destinationOf(name: string, starred: boolean): Destination | null {
  if (SKIPPED.has(name)) return 'skip'
  if (starred) return STARRED.get(name) ?? (name === 'listtext' || name === 'pntext' ? 'label' : 'skip')
  return NAMED.get(name) ?? null
}

/** Symbols and characters that have a control word of their own. */
export const CHARACTERS = new Map<string, string>([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['tab', '\t'],
  ['line', '\n'],
  ['softline', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['zwbo', '\u200b'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
])
