/**
 * Characters that only fonts know apart. A PDF names its glyphs by what the font calls them, and fonts share one glyph
 * between 人 and the radical ⼈ (U+2F08): printed by Chromium, a text is full of radicals that no search finds.
 * Folded are the Kangxi radicals (U+2F00–2FD5), the radicals supplement (U+2E80–2EF3) and the compatibility ideographs
 * (U+F900–FAFF, U+2F800–2FA1F), each to the unified ideograph that Unicode names as its equal; the ligatures of two
 * dashes (⸺) and of Latin letters (ﬁ), each to what was typed; and the characters of Noto's fonts for China that share
 * the glyph of a common one. Nothing else is changed: full-width forms, ①, ㎡ and the like stay as they are.
 */

const FOLDED = /[\u2E3A\u301C\u3B35\uFB00-\uFB06\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu

/** What is typed where a font draws one glyph: 㬵 and 〜 are hardly ever meant in Chinese, 胶 and ～ often. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['⸺', '——'],
  ['〜', '～'],
  ['㬵', '胶'],
])

/** Radicals of the supplement, each before its equal (Unicode's EquivalentUnifiedIdeograph.txt): most have no decomposition. */
const SUPPLEMENT =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const EQUALS: ReadonlyMap<string, string> = equals()

function equals(): Map<string, string> {
  const map = new Map<string, string>()
  const characters = [...SUPPLEMENT]
  for (let at = 0; at + 1 < characters.length; at += 2) map.set(characters[at] ?? '', characters[at + 1] ?? '')
  return map
}

/** The one radical whose glyph is that of two ideographs in use: 户 in simplified writing, 戶 (its equal) in traditional. */
const DOOR = '\u2F3E'
const SIMPLIFIED = /[国会经发为与个们产业]/g
const TRADITIONAL = /[國會經發為與個們產業]/g

/**
 * A text with radicals, compatibility ideographs and ligatures as the characters that they stand for.
 * @param traditional whether it is in traditional writing
 * @returns the text and how many characters were changed
 */
export function foldRadicals(text: string, traditional: boolean): { readonly text: string; readonly folded: number } {
  let folded = 0
  const made = text.replace(FOLDED, (char) => {
    const equal =
      char === DOOR && !traditional ? '户' : (SHARED.get(char) ?? EQUALS.get(char) ?? char.normalize('NFKC'))
    if (equal !== char) folded++
    return equal
  })
  return { text: made, folded }
}

/** Whether a text is in traditional writing, by a few common characters that differ. */
export const isTraditional = (text: string): boolean =>
  (text.match(TRADITIONAL)?.length ?? 0) > (text.match(SIMPLIFIED)?.length ?? 0)
