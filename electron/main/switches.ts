/** Chromium features that would call home. */
const FEATURES_OFF = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate',
]

/**
 * Chromium's command-line switches that keep it off the network; the graphics switches stay the user's.
 * @param development the Vite server is reached by name then
 */
export function offlineSwitches(development: boolean): [name: string, value?: string][] {
  return [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-quic'],
    ['disable-sync'],
    ['dns-prefetch-disable'],
    ['no-default-browser-check'],
    ['no-first-run'],
    ['no-pings'],
    ['no-proxy-server'],
    ['disable-features', FEATURES_OFF.join(',')],
    // Last line: no name resolves, so that even a request that all other rules missed goes nowhere.
    ['host-resolver-rules', development ? 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1' : 'MAP * ~NOTFOUND'],
  ]
}
