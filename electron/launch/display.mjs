/** True where a window can open on a screen. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * A command inside a virtual display of its own.
 * @returns {[string, string[]]} command and arguments
 */
export function inVirtualDisplay(program, args) {
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', program, ...args]]
}

/** Switches that this system needs: no graphics card in a virtual display, no sandbox for root (said aloud). */
export function electronSwitches({ virtual }) {
  const switches = []
  if (process.platform === 'linux' && process.getuid?.() === 0) switches.push('--no-sandbox')
  if (virtual) switches.push('--disable-gpu')
  return switches
}
