/*
 * A PDF may tell which shapes to paint and not which characters they are (fonts without a ToUnicode table). Its text
 * layer then is made of codes that mean something in that font alone: controls, private characters, or letters of
 * scripts that no Chinese report is written in.
 */

const GARBLED =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF\p{Co}\p{Cn}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Georgian}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Canadian_Aboriginal}\p{Script=Khmer}\p{Script=Armenian}]/gu
/** Latin letters with marks, Greek, Cyrillic: fine in a name, not as a tenth of a page. */
const ODD = /[\u00A1-\u00B6\u00B8-\u02FF\u0370-\u052F\u1E00-\u1FFF]/g
const GARBLED_SHARE = 0.2
const ODD_SHARE = 0.5
/** A page of fewer characters is not judged. */
const ENOUGH = 20

/** Whether the characters of a page are not those that are seen on it. */
export function isGarbled(text: string): boolean {
  const bare = text.replace(/\s+/g, '')
  if (bare.length < ENOUGH) return false
  const bad = bare.match(GARBLED)?.length ?? 0
  const odd = bare.match(ODD)?.length ?? 0
  return bad > GARBLED_SHARE * bare.length || bad + odd > ODD_SHARE * bare.length
}
