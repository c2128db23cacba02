const PLAN_FIRST: Readonly<Record<string, number>> = { 八: 1991, 九: 1996, 十: 2001 }
const PLAN_UNITS: Readonly<Record<string, number>> = { 一: 2006, 二: 2011, 三: 2016, 四: 2021, 五: 2026 }

/** First year of a five-year plan: 十四五 → 2021, 九五 → 1996. */
export function planStart(name: string): number | null {
  const tens = /^十([一二三四五])五$/u.exec(name)
  if (tens) return PLAN_UNITS[tens[1] ?? ''] ?? null
  return PLAN_FIRST[name[0] ?? ''] ?? null
}
