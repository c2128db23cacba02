import { type LeftOut, leaveOut } from '../../left-out'
import { type RawCode, type RawLink, type RawText, rawCode, rawGuid, rawLink, rawText } from './raw'
import { below, type Node, targetsOf } from './tree'

/** The things of a project file, as they come. */
export class Collected {
  name = ''
  origin = ''
  createdAt = ''
  readonly users = new Map<string, string>()
  readonly codes: RawCode[] = []
  readonly sources: RawText[] = []
  readonly notes = new Map<string, RawText>()
  readonly links: RawLink[] = []
  readonly cases = new Set<string>()
  /** Notes on the project as a whole. */
  readonly onProject: string[] = []
  description = ''
  readonly left: LeftOut = new Map()
  variables = 0

  /** Takes what the outermost element tells. */
  begin(root: Node): void {
    this.name = root.at('name')
    this.origin = root.at('origin')
    this.createdAt = root.at('creationDateTime')
  }

  /** Takes a thing. */
  take(thing: Node, holder: string): void {
    this.#takers[`${holder}/${thing.name}`]?.(thing)
  }

  readonly #takers: Readonly<Record<string, (thing: Node) => void>> = {
    'Users/User': (user) => this.users.set(rawGuid(user), user.at('name') || user.at('id')),
    'Codes/Code': (code) => this.codes.push(rawCode(code)),
    'Sources/TextSource': (source) => this.sources.push(rawText(source)),
    'Sources/PDFSource': (source) => this.#pdf(source),
    'Sources/PictureSource': () => leaveOut(this.left, 'pictures'),
    'Sources/AudioSource': () => leaveOut(this.left, 'recordings'),
    'Sources/VideoSource': () => leaveOut(this.left, 'recordings'),
    'Notes/Note': (note) => this.notes.set(rawGuid(note), rawText(note)),
    'Links/Link': (link) => this.links.push(rawLink(link)),
    'Cases/Case': (one) => this.cases.add(rawGuid(one)),
    'Variables/Variable': () => {
      this.variables += 1
    },
    'Sets/Set': () => leaveOut(this.left, 'sets'),
    'Graphs/Graph': () => leaveOut(this.left, 'graphs'),
    'Project/NoteRef': (reference) => this.onProject.push(rawGuidOfTarget(reference)),
    'Project/Description': ({ text }) => {
      this.description = text
    },
  }

  /** A PDF file is read as its text representation. */
  #pdf(source: Node): void {
    leaveOut(this.left, 'pdfAreas', below(source, 'PDFSelection').length)
    const representation = below(source, 'Representation')[0]
    if (!representation) {
      leaveOut(this.left, 'noText')
      return
    }
    const raw = rawText(representation)
    this.sources.push({
      ...raw,
      name: source.at('name') || raw.name,
      notes: [...raw.notes, ...targetsOf(source, 'NoteRef')],
    })
  }
}

const rawGuidOfTarget = (reference: Node): string =>
  reference.at('targetGUID').trim().replace(/[{}]/g, '').toLowerCase()
