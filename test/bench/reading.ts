import { type OurFigures, ours } from './reading/ours'
import { type PeerFigures, recogito } from './reading/peer'
import { withProject } from './reading/project'
import { type MarkedText, markedTexts } from './reading/texts'
import { type Row, row } from './row'

const ROUNDS = 5
/** The longest text takes its time to import and to scroll. */
const ROUNDS_LONGEST = 2
/** Shares and limits of `docs/performance.md`. */
const OPEN_MOST = 1 / 5
/** All around the text is there before the peer shows its marks. */
const WHOLE_MOST = 1
const OPEN_LIMIT = 1_000
const ADD_LIMIT = 8
/** Saving and what stands around the text, for half of the time between ten marks a second. */
const AFTER_LIMIT = 50
const JERKS_LIMIT = 5
/** One line may take as long as the same text in lines, and what two runs of the same differ by. */
const ONE_LINE_MOST = 1.15

const PEER = 'Recogito text-annotator'

interface Runs {
  ours: readonly OurFigures[]
  /** Opened where it was left. */
  again: readonly OurFigures[]
  peer: readonly PeerFigures[]
}

/** Runs of both by turns over the same project, so that both meet the same machine; marks are added in the last one. */
const runs = (
  marked: MarkedText,
  {
    peer = false,
    adding = false,
    again = false,
    rounds = ROUNDS,
  }: { peer?: boolean; adding?: boolean; again?: boolean; rounds?: number } = {},
): Promise<Runs> =>
  withProject(marked, async (profile) => {
    const all: { ours: OurFigures[]; again: OurFigures[]; peer: PeerFigures[] } = { ours: [], again: [], peer: [] }
    for (let round = 1; round <= rounds; round++) {
      if (peer) all.peer.push(await recogito(profile))
      all.ours.push(await ours(profile, { adding: adding && round === rounds }))
      if (again) all.again.push(await ours(profile, { again }))
    }
    return all
  })

const opens = (figures: readonly { open: number }[]): number[] => figures.map(({ open }) => open)
const limit = (figure: number) => ({ name: 'limit', figures: [figure] })

/** Frames of a scroll that took over 25 ms, the machine's own hiccups among them. */
const scrollRow = (name: string, figures: readonly OurFigures[]): Row =>
  row(
    `scroll, ${name}: frames over 25 ms`,
    '%',
    figures.map(({ jerks }) => jerks),
    limit(JERKS_LIMIT),
    { most: 1 },
  )

/** Against the peer: from text and annotations in the same project's database to the marks on the screen. */
const openRow = (name: string, own: readonly OurFigures[], peer: readonly PeerFigures[]): Row =>
  row(name, 'ms', opens(own), { name: PEER, figures: opens(peer) }, { most: OPEN_MOST })

/** The same until all that stands around the text is there, too. */
const wholeRow = (name: string, { ours: own, peer }: Runs): Row =>
  row(
    `open with all around it, ${name}`,
    'ms',
    own.map(({ whole }) => whole),
    { name: PEER, figures: opens(peer) },
    { most: WHOLE_MOST },
  )

function addRows(name: string, figures: readonly OurFigures[]): Row[] {
  const adds = figures.flatMap((one) => one.adds)
  const late = figures.flatMap((one) => (one.adds.length > 0 ? one.late : []))
  return [
    row(
      `mark by key, ${name}: main thread, key to paint`,
      'ms',
      adds.map(({ paint }) => paint),
      limit(ADD_LIMIT),
      { most: 1 },
    ),
    row(
      `mark by key, ${name}: main thread, saving and the rest`,
      'ms',
      adds.map(({ after }) => after),
      limit(AFTER_LIMIT),
      { most: 1 },
    ),
    row(`mark by key, ${name}: not in the next frame`, '%', late, limit(JERKS_LIMIT), { most: 1 }),
  ]
}

/**
 * Opening, scrolling and marking long texts with thousands of marks, in a real window. Main-thread time is that of the
 * processor; opening and frames are by the clock of a display that has no vertical sync, so they ask for a machine
 * that does nothing else.
 */
export async function readingRows(seeds: string): Promise<Row[]> {
  const texts = markedTexts(seeds)
  const short = await runs(texts.short, { peer: true, adding: true, again: true })
  const long = await runs(texts.long, { peer: true, adding: true })
  const longest = await runs(texts.longest, { rounds: ROUNDS_LONGEST })
  const lines = await runs(texts.lines)
  const oneLine = await runs(texts.oneLine)
  return [
    openRow(`open, ${texts.short.name}`, short.ours, short.peer),
    openRow(`open where it was left, ${texts.short.name}`, short.again, short.peer),
    openRow(`open, ${texts.long.name}`, long.ours, long.peer),
    wholeRow(texts.short.name, short),
    wholeRow(texts.long.name, long),
    row(`open, ${texts.longest.name}`, 'ms', opens(longest.ours), limit(OPEN_LIMIT), { most: 1 }),
    row(
      `open, ${texts.oneLine.name}`,
      'ms',
      opens(oneLine.ours),
      { name: 'the same in lines', figures: opens(lines.ours) },
      { most: ONE_LINE_MOST },
    ),
    ...addRows(texts.short.name, short.ours),
    ...addRows(texts.long.name, long.ours),
    scrollRow(texts.short.name, short.ours),
    scrollRow(texts.long.name, long.ours),
    scrollRow(texts.longest.name, longest.ours),
    scrollRow(texts.oneLine.name, oneLine.ours),
  ]
}
