import { type ExtractedStatement, type Statement, statementKey } from '#shared/model/statement'

type Words = Pick<ExtractedStatement, 'indicator' | 'canonical'>

/** Whether two statements about one number are about the same thing: the same indicator, or one name in the other. */
function isAlike(a: Words, b: Words): boolean {
  if (a.canonical !== '' && a.canonical === b.canonical) return true
  if (a.indicator === '' || b.indicator === '') return false
  return a.indicator.includes(b.indicator) || b.indicator.includes(a.indicator)
}

const endOf = ({ start, quantity }: Pick<ExtractedStatement, 'start' | 'quantity'>): number => start + quantity.length

/** Takes the first of a list for which the test holds. */
function take<T>(list: T[], test: (item: T) => boolean): void {
  const at = list.findIndex(test)
  if (at >= 0) list.splice(at, 1)
}

/** What is left of the engine's statements at one number when the user has spoken on some of them under older names. */
function leftAt(engine: readonly ExtractedStatement[], spoken: readonly Statement[]): readonly ExtractedStatement[] {
  const left = [...engine]
  const unlike: Statement[] = []
  for (const statement of spoken) {
    const before = left.length
    take(left, (found) => isAlike(found, statement))
    if (left.length === before) unlike.push(statement)
  }
  // As many names as the user has spoken on: they are those, however they are called now.
  return unlike.length >= left.length ? [] : left
}

/**
 * What the engine found and the user has not spoken on. A touched statement stands for the engine's of its key; where a
 * newer engine or dictionary names the thing otherwise, or finds what was added by hand, it stands for the one at its
 * number: what was accepted, edited or rejected never comes up again under another name. Where that can't be told, the
 * engine's stays, since a number too many is seen and one too few is not.
 */
export function unspoken(
  engine: readonly ExtractedStatement[],
  touched: readonly Statement[],
): readonly ExtractedStatement[] {
  if (touched.length === 0) return engine
  const spoken = new Set(touched.map(({ origin }) => origin))
  const keys = new Set(engine.map(statementKey))
  const open = engine.filter((statement) => !spoken.has(statementKey(statement)))
  const homeless = touched.filter(({ origin }) => origin === null || !keys.has(origin))
  if (homeless.length === 0 || open.length === 0) return open
  const hidden = new Set<ExtractedStatement>()
  for (const start of new Set(open.map((statement) => statement.start))) {
    const here = open.filter((statement) => statement.start === start)
    const end = Math.max(...here.map(endOf))
    const own = homeless.filter((statement) => statement.start < end && start < endOf(statement))
    if (own.length === 0) continue
    const left = new Set(leftAt(here, own))
    for (const statement of here) if (!left.has(statement)) hidden.add(statement)
  }
  return open.filter((statement) => !hidden.has(statement))
}
