/**
 * The content of a tooltip as elements made of text nodes: what a report says can never become markup.
 * @param lines the first is the heading
 */
export function tooltipElement(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div')
  for (const [index, line] of lines.entries()) {
    const part = document.createElement('div')
    part.textContent = line
    if (index === 0) part.style.fontWeight = '600'
    part.style.whiteSpace = 'normal'
    part.style.maxWidth = '360px'
    box.append(part)
  }
  return box
}
