import { createHash } from 'node:crypto'
import { analyseFile } from '#shared/analysis/analyse'
import type { AnalysedSource } from '#shared/model/analysed'
import type { Encoding } from '#shared/model/reading'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'
import { type OpenOptions, openDatabase, type ProjectDatabase, storeImport } from '../../../../renderer/storage'
import { correctionsFor } from '../../../../renderer/storage/worker'
import { AT, type MemoryJournal, type newProject, open } from '../fixture'

/*
 * Files that are truly read, with what a scan does to a text: the engine, the structure and the places find in them what
 * the program finds.
 */

/** What a report says on and on without a number: a report of a few lines counts as a shortened one. */
const FILLER =
  '坚持稳中求进的总基调，完整准确全面贯彻新发展理念，统筹推进各项事业，持续深化改革开放，不断增进民生福祉。'.repeat(4)

/** A report of some sections and a page of sentences; 漯 is misread for 瀍, 一六0 for 160. */
const report = (place: string, year: number, paragraphs = 0): string =>
  [
    `${place}政府工作报告`,
    `——${year}年1月9日在${place}第十四届人民代表大会第三次会议上`,
    '各位代表：',
    '现在，我代表区人民政府，向大会报告工作，请予审议，并请政协委员和列席人员提出意见。',
    `一、${year - 1}年工作回顾`,
    `${year - 1}年，全区地区生产总值完成一六0亿元，增长8.5%。固定资产投资增长1O%，规模以上工业增加值增长9.2%。`,
    '一般公共预算收入完成12.5亿元，增长6%，其中税收收入完成9.8亿元，增长7.1%。社会消费品零售总额增长7.5%。',
    '新增城镇就业5200人，登记失业率控制在3.5%以内，居民人均可支配收入增长7.8%。𠮷利大道通车，新建停车场5个，改造老旧小区36个。',
    '我们坚持把发展作为第一要务，漯河两岸面貌一新，营商环境持续优化，群众的获得感不断增强。',
    `二、${year}年工作安排`,
    `${year}年主要预期目标是：地区生产总值增长7%左右，固定资产投资增长10%以上，一般公共预算收入增长5%，社会消费品零售总额增长8%。`,
    '着力抓好以下工作：新增城镇就业5000人以上，改造老旧小区40个，新建学校3所，建成标准化厂房20万平方米。',
    '漯河治理二期完成投资3.2亿元，年底前建成通车道路6条。加快推进项目建设，全年实施重点项目60个，完成投资80亿元。',
    ...Array.from({ length: paragraphs }, (_, n) => `${FILLER}第${n + 1}项工作按月调度，按季通报。`),
    '各位代表，使命重在担当，奋斗创造未来。让我们更加紧密地团结起来，锐意进取，扎实工作，为建设现代化新区而努力奋斗！谢谢大家！',
  ].join('\n')

/** What reports say without a plain number, a line of each kind. */
const PROMISES = [
  '过去一年，唐寺门立交竣工通车，漯河新区产业园建成投用，增速居全市第一位，省、市、区民生实事全部完成。',
  '今年，城镇居民收入增长与经济增长基本同步，总投资50亿元的漯河新区产业园二期开工建设，争取综合实力进入全省前10名。',
  '2024年十大民生实事',
  '（一）新增停车场。新建停车场5个，市级投资3亿元，漯河两岸年底前完工。',
  '（二）改造老旧小区。改造老旧小区40个。',
  '（三）扩建学校。新建学校3所，总投资1.2亿元。',
]

/** A report with promises without numbers before its plan and behind it. */
function withPromises(text: string): string {
  const lines = text.split('\n')
  const plan = lines.findIndex((line) => line.startsWith('二、'))
  const [done = '', ...rest] = PROMISES
  return [...lines.slice(0, plan), done, ...lines.slice(plan, -1), ...rest, ...lines.slice(-1)].join('\n')
}

/** Texts of the files by their names. */
export const TEXTS: Readonly<Record<string, string>> = {
  '1.txt': report('漯河回族区', 2023, 20),
  '2.txt': report('老城区', 2024),
  '4.txt': withPromises(report('漯河回族区', 2024)),
  '3.txt': `${report('涧西区', 2022)}\n\n${report('吉利区', 2023)}`,
}

const bytesOf = (name: string): Uint8Array => new TextEncoder().encode(TEXTS[name] ?? '')

/** The hash of a file. */
export const hashOf = (name: string): string => createHash('sha256').update(bytesOf(name)).digest('hex')

/** Reads a file as the importer does. */
export async function readFile(
  name: string,
  { corrections = [], number = 1, encoding = null, decoded }: ReadOptions = {},
): Promise<AnalysedSource> {
  const readAs = { format: null, encoding }
  const file = { name, hash: hashOf(name), bytes: bytesOf(name), at: AT, number, readAs }
  const analysed = await analyseFile(file, {
    resources: FORMAT_RESOURCES,
    corrections,
    ...(decoded === undefined ? {} : { decoded }),
  })
  if (!analysed.ok) throw new Error(analysed.reason.key)
  return analysed.value
}

interface ReadOptions {
  corrections?: Awaited<ReturnType<typeof correctionsFor>>
  number?: number
  encoding?: Encoding | null
  decoded?: string
}

/** Restores as main and importer do: with the corrections that the records say. */
export const restoring =
  (projectId: string): OpenOptions['restore'] =>
  async (originals) => {
    const db = await openDatabase(projectId, 'relaxed')
    for (const { hash, name } of originals) {
      const source = await db.sources.get(hash)
      const number = Number(source?.reading.split(':')[1] ?? 1)
      const corrections = await correctionsFor(db, hash)
      const read = await readFile(name, { corrections, number, encoding: source?.readAs.encoding ?? null })
      await storeImport(db, read, { mode: 'restore', author: '', at: AT })
    }
    db.close()
  }

/** Imports a file, and puts its entry into the journal as main does. */
export async function importText(db: ProjectDatabase, journal: MemoryJournal, name: string): Promise<void> {
  const stored = await storeImport(db, await readFile(name), { mode: 'import', author: '甲', at: AT })
  if (stored.entry) await journal.append([stored.entry])
}

/** A session over a project that reads its files truly. */
export const openTexts = (project: ReturnType<typeof newProject>, journal: MemoryJournal) =>
  open(project, journal, { restore: restoring(project.id) })
