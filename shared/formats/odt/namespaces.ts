const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'

/** What the namespaces of OpenDocument are called here. */
export const ODF: ReadonlyMap<string, string> = new Map([
  [`${OASIS}office:1.0`, 'office'],
  [`${OASIS}text:1.0`, 'text'],
  [`${OASIS}table:1.0`, 'table'],
  [`${OASIS}style:1.0`, 'style'],
  [`${OASIS}drawing:1.0`, 'draw'],
  [`${OASIS}manifest:1.0`, 'manifest'],
  [`${OASIS}svg-compatible:1.0`, 'svg'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])
