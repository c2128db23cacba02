import { type CSSProperties, Fragment, useEffect, useState } from 'react'
import {
  type Block,
  type DocumentCell,
  type DocumentColumn,
  type DocumentPicture,
  type DocumentTable,
  type PaperDocument,
  pictureRoom,
  type Stretch,
} from '#shared/exchange/document/document'
import styles from './document.module.css'

function Words({ words }: { words: readonly Stretch[] }) {
  let at = 0
  return words.map(({ text, tone = 'plain', bold }) => {
    at += text.length
    const said = bold ? <strong key="said">{text}</strong> : text
    return tone === 'plain' ? (
      <Fragment key={at}>{said}</Fragment>
    ) : (
      <span key={at} data-tone={tone}>
        {said}
      </span>
    )
  })
}

const marked = (notes: readonly number[] | undefined) =>
  notes && notes.length > 0 ? <sup className={styles.mark}>{notes.join(',')}</sup> : null

/** Cells of a line with the columns that they begin at: cells that hang down from above take none. */
function placed(lines: readonly (readonly DocumentCell[])[]): { cell: DocumentCell; column: number }[][] {
  const until: number[] = []
  return lines.map((cells, line) => {
    let column = 0
    return cells.map((cell) => {
      while ((until[column] ?? 0) > line) column++
      const own = column
      for (let at = own; at < own + (cell.span ?? 1); at++) until[at] = line + (cell.rows ?? 1)
      column += cell.span ?? 1
      return { cell, column: own }
    })
  })
}

const spans = ({ span, rows }: DocumentCell) => ({
  ...(span && span > 1 ? { colSpan: span } : {}),
  ...(rows && rows > 1 ? { rowSpan: rows } : {}),
})

function Head({ head }: Pick<DocumentTable, 'head'>) {
  return (
    <thead>
      {placed(head).map((cells, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a head have no other name
        <tr key={line}>
          {cells.map(({ cell, column }) => (
            <th key={column} scope={cell.span && cell.span > 1 ? 'colgroup' : 'col'} {...spans(cell)}>
              {cell.text}
              {marked(cell.notes)}
            </th>
          ))}
        </tr>
      ))}
    </thead>
  )
}

function Row({ cells, columns }: { cells: readonly DocumentCell[]; columns: readonly DocumentColumn[] }) {
  return (
    <tr>
      {placed([cells])[0]?.map(({ cell, column }) => (
        <td
          key={column}
          data-align={columns[column]?.align ?? 'left'}
          data-tone={cell.tone ?? 'plain'}
          {...spans(cell)}
        >
          {cell.bold ? <strong>{cell.text}</strong> : cell.text}
          {marked(cell.notes)}
        </td>
      ))}
    </tr>
  )
}

/** A table of a document, with its notes and sources. */
function Table({ table }: { table: DocumentTable }) {
  const { caption, unit, columns, head, rows, notes, sources } = table
  const whole = columns.reduce((sum, { width }) => sum + width, 0) || 1
  return (
    <div className={styles.tableBlock}>
      <table className={styles.table}>
        {caption !== '' && <caption>{caption}</caption>}
        <colgroup>
          {columns.map(({ width }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are their place
            <col key={at} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <Head head={head} />
        <tbody>
          {rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are their place
            <Row key={at} cells={cells} columns={columns} />
          ))}
        </tbody>
      </table>
      {unit !== '' && <p className={styles.unit}>{unit}</p>}
      {notes.length > 0 && (
        <ol className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
      {sources !== '' && <p className={styles.sources}>{sources}</p>}
    </div>
  )
}

/** The address of a picture's bytes, for as long as it is shown. */
function useAddress(bytes: Uint8Array<ArrayBuffer>): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return address
}

function Picture({ picture }: { picture: DocumentPicture }) {
  const { bytes, width, height, caption, alternative, notes = [] } = picture
  const address = useAddress(bytes)
  return (
    <figure className={styles.figure}>
      {address && <img src={address} alt={alternative} width={width} height={height} />}
      {caption !== '' && <figcaption>{caption}</figcaption>}
      {notes.map((note) => (
        <p key={note} className={styles.pictureNote}>
          {note}
        </p>
      ))}
    </figure>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return block.level === 1 ? (
        <h2 className={styles.heading}>{block.text}</h2>
      ) : (
        <h3 className={styles.sub}>{block.text}</h3>
      )
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Words words={block.words} />
        </p>
      )
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <p>
            <Words words={block.words} />
          </p>
          <footer>{block.source}</footer>
        </blockquote>
      )
    case 'table':
      return <Table table={block} />
    case 'picture':
      return <Picture picture={block} />
  }
}

/** A document as it stands on paper: black on white in every theme. */
export function DocumentView({ document }: { document: PaperDocument }) {
  const { title, subtitle, paper, blocks } = document
  return (
    <article
      className={`${styles.document} db-selectable`}
      style={{ '--picture-height': `${pictureRoom(paper).height}mm` } as CSSProperties}
      aria-label={title}
    >
      <h1 className={styles.title}>{title}</h1>
      {subtitle !== '' && <p className={styles.subtitle}>{subtitle}</p>}
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are their place
        <BlockView key={at} block={block} />
      ))}
    </article>
  )
}
