import { listCodes, useLive } from '../../storage'

/** The tree of codes. */
export function CodebookView() {
  const codes = useLive(listCodes, [])
  return (
    <ul className="db-codebook">
      {codes?.map((code) => (
        <li key={code.id}>{code.name}</li>
      ))}
    </ul>
  )
}
