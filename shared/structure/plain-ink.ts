import { closedUp } from './closed-up'

/** Full-width digits, letters and percent signs, and characters without width. */
const ODD = /[０-９Ａ-Ｚａ-ｚ％\u00ad\u200b-\u200f\u2060\ufeff]/
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const WIDE = /[０-９Ａ-Ｚａ-ｚ％]/g
/** Distance of ０ from 0. */
const FULL_WIDTH = 0xfee0

/** What a line says, as the patterns read it: nothing unseen, digits and letters in half width, characters closed up. */
export function plainInk(ink: string): string {
  if (!ODD.test(ink)) return closedUp(ink)
  const narrow = ink.replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH))
  return closedUp(narrow.replace(UNSEEN, ''))
}
