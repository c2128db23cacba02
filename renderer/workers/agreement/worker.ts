import '../import/jitless'
import { openDatabase, reasonOf } from '../../storage/scan-worker'
import { answerTo } from './answer'
import type { AgreementQuery, AgreementReply } from './protocol'

/** The worker that computes agreement: one question, one answer; ending it is how it is given up. */
const tell = (reply: AgreementReply): void => postMessage(reply)

async function answer(query: AgreementQuery): Promise<void> {
  const db = await openDatabase(query.project)
  try {
    tell({
      told: 'answer',
      answer: await answerTo(db, query, (done, total) => tell({ told: 'progress', done, total })),
    })
  } finally {
    db.close()
  }
}

addEventListener('message', ({ data }: MessageEvent<AgreementQuery>) => {
  answer(data).catch((error: unknown) => tell({ told: 'failed', reason: reasonOf(error, 'agreement.failed') }))
})
