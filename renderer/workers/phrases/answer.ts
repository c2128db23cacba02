import type { ComparedText } from '#shared/compare/folded'
import { nearestSentence } from '#shared/compare/nearest-sentence'
import type { Span } from '#shared/model/anchor'
import type { Section } from '#shared/model/section'
import { findJoins } from '#shared/text/joins'
import { sentenceAt } from '#shared/text/sentences'
import { openDatabase, type ProjectDatabase } from '../../storage/phrases-worker'
import type { MarkedSentence, PhrasesQuestions, PhrasesRequest, Replacement, SectionUse, Spot } from './protocol'

/** Rows of sections that are held at once. */
const AT_ONCE = 100

/** Answers a question of a project. */
export async function answerOf({ project, question }: PhrasesRequest): Promise<SectionUse[] | Replacement | null> {
  const db = await openDatabase(project)
  try {
    return question.ask === 'sections' ? await sectionsOf(db, question) : await replacedIn(db, question)
  } finally {
    db.close()
  }
}

/** Topic and outlook at an offset: of the deepest section that has them; a section may turn from the past to plans. */
function sectionAt(sections: readonly Section[], offset: number): Pick<SectionUse, 'topic' | 'outlook'> {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end).sort((a, b) => b.level - a.level)
  const looking = around.find(({ outlook, turn }) => outlook !== 'none' || (turn !== undefined && offset >= turn))
  const turned = looking?.turn !== undefined && offset >= looking.turn
  return {
    topic: around.find(({ topic }) => topic !== null)?.topic ?? null,
    outlook: turned ? 'plan' : (looking?.outlook ?? 'none'),
  }
}

async function sectionsOf(db: ProjectDatabase, { spots }: PhrasesQuestions['sections']): Promise<SectionUse[]> {
  const byReport = new Map<string, number[]>()
  for (const { report, start } of spots) {
    const known = byReport.get(report)
    if (known) known.push(start)
    else byReport.set(report, [start])
  }
  const uses = new Map<string, SectionUse>()
  const reports = [...byReport.keys()]
  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const some = reports.slice(at, at + AT_ONCE)
    const rows = await db.sections.bulkGet(some)
    for (const [index, report] of some.entries())
      for (const start of byReport.get(report) ?? []) {
        const place = sectionAt(rows[index]?.sections ?? [], start)
        const key = `${place.topic} ${place.outlook}`
        uses.set(key, { ...place, hits: (uses.get(key)?.hits ?? 0) + 1 })
      }
  }
  return [...uses.values()].sort((a, b) => b.hits - a.hits)
}

/** The text of a report as it is compared, null where it is gone. */
async function textOf(db: ProjectDatabase, id: string): Promise<ComparedText | null> {
  const report = await db.reports.get(id)
  const row = report && (await db.texts.get(report.reading))
  if (!row) return null
  const { start, end } = report
  const joins = findJoins(row.text.slice(start, end)).map((join) => ({
    start: join.start + start,
    end: join.end + start,
  }))
  return { text: row.text, span: { start, end }, joins }
}

const marked = ({ text }: ComparedText, { start, end }: Span, common: readonly Span[]): MarkedSentence => ({
  ...{ start, end, words: text.slice(start, end) },
  common: common.map((span) => ({ start: span.start - start, end: span.end - start })),
})

async function replacedIn(
  db: ProjectDatabase,
  { last, next }: { last: Spot; next: string },
): Promise<Replacement | null> {
  const [old, young] = [await textOf(db, last.report), await textOf(db, next)]
  if (!old || !young) return null
  const sentence = sentenceAt(old.text, last.start, old.span)
  const found = nearestSentence({ ...old, span: sentence }, young)
  if (!found) return { before: marked(old, sentence, []), after: null, likeness: 0 }
  return {
    before: marked(old, sentence, found.commonA),
    after: marked(young, found.b, found.commonB),
    likeness: found.likeness,
  }
}
