/**
 * True where a window can open on a screen.
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * A command inside a virtual display of its own.
 * @returns {[string, string[]]} command and arguments
 */
export function inVirtualDisplay(program, args) {
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', program, ...args]]
}

/**
 * Switches that this system needs: no graphics card in a virtual display, no sandbox for root (said aloud), and
 * Wayland by name where no X server stands in for it.
 * @param {{ virtual: boolean }} where
 * @param {{ env?: Record<string, string | undefined>, platform?: string, uid?: number | undefined }} system
 */
export function electronSwitches(
  { virtual },
  { env = process.env, platform = process.platform, uid = process.getuid?.() } = {},
) {
  const switches = []
  if (platform === 'linux' && uid === 0) switches.push('--no-sandbox')
  if (virtual) switches.push('--disable-gpu')
  else if (platform === 'linux' && !env.DISPLAY && env.WAYLAND_DISPLAY) switches.push('--ozone-platform=wayland')
  return switches
}

/**
 * The environment for Electron. Terminals inside editors leave a variable that would make it a plain Node; and in a
 * locale without UTF-8 (a bare `C`, as services and containers have it) Chromium opens no database in a folder whose
 * name has Chinese in it.
 * @param {Record<string, string | undefined>} env
 */
export function electronEnvironment(env = process.env, platform = process.platform) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  const locale = rest.LC_ALL || rest.LC_CTYPE || rest.LANG || ''
  if (platform !== 'linux' || /utf-?8/i.test(locale)) return rest
  return { ...rest, [rest.LC_ALL ? 'LC_ALL' : 'LC_CTYPE']: 'C.UTF-8' }
}
