import type { ByteSink, ProjectContent } from '../project-content'
import type { StatementWords } from '../statement-table'
import { ZipStream } from '../zip-stream'
import { sourceGuid } from './guid'
import { Outline } from './outline'
import { plainOf } from './plain-text'
import { projectXml } from './project-xml'

/** Where the texts lie in the zip. */
const FOLDER = 'Sources'

/**
 * A project as REFI-QDA 1.0 (`.qdpx`): `project.qde` and the texts. It goes through the sources three times (what stands
 * before the sources and the texts, the spans, the notes) and holds one source at a time. The same project gives the
 * same bytes.
 * @param sink takes the file piece by piece
 * @throws RangeError for more than 65,535 files, which a plain zip cannot list
 */
export async function writeQdpx(content: ProjectContent, words: StatementWords, sink: ByteSink): Promise<void> {
  const zip = new ZipStream(sink)
  const outline = new Outline(content, words.language)
  for await (const source of content.sources()) {
    outline.add(source)
    await zip.add(`${FOLDER}/${sourceGuid(source.source.hash)}.txt`, [plainOf(source.text).plain])
  }
  outline.close()
  for (const { id, text } of content.memos) await zip.add(`${FOLDER}/${id}.txt`, [text])
  await zip.add('project.qde', projectXml(content, outline, words))
  await zip.end()
}
