/** The number that was typed (1,234.5; full-width digits and minus signs too); null where it is none. */
export function parseNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[\s,]/gu, '').replace(/[−–—]/gu, '-')
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null
}
