import type { ByteSink, LedgerContent, ProjectContent } from '../project-content'
import { ZipStream } from '../zip-stream'
import { TABLES, tableLines } from './tables'

/** All tables as a zip of JSON Lines, `<table>.jsonl` each; one source is in memory at a time. */
export async function writeTables(content: ProjectContent, sink: ByteSink, ledger?: LedgerContent): Promise<void> {
  const zip = new ZipStream(sink)
  for (const table of TABLES) await zip.add(`${table}.jsonl`, tableLines(table, content, ledger))
  await zip.end()
}
