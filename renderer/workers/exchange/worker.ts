import '../import/jitless'
import { openDatabase, reasonOf } from '../../storage/exchange-worker'
import type { CarriedText, ExchangeQuery, ExchangeReply } from './protocol'
import { readFile, readTexts } from './read'
import { writeFile } from './write'

/** The worker that writes and reads files of other tools: one file; ending it is how it is given up. */
const tell = (reply: ExchangeReply): void => postMessage(reply)

const told = (done: number, total: number): void => tell({ told: 'progress', done, total })

/** The bytes move to the window. */
const handOut = (texts: CarriedText[]): void =>
  postMessage({ told: 'texts', texts } satisfies ExchangeReply, { transfer: texts.map(({ bytes }) => bytes.buffer) })

async function answer(query: ExchangeQuery): Promise<void> {
  const db = await openDatabase(query.project.id)
  try {
    if (query.ask === 'write') tell({ told: 'written', bytes: await writeFile(db, query, told) })
    else if (query.ask === 'texts') handOut(await readTexts(db, query, new Date().toISOString(), told))
    else tell({ told: 'read', file: await readFile(db, query, new Date().toISOString(), told) })
  } finally {
    db.close()
  }
}

addEventListener('message', ({ data }: MessageEvent<ExchangeQuery>) => {
  answer(data).catch((error: unknown) => tell({ told: 'failed', reason: reasonOf(error, 'exchange.failed') }))
})
