/** Opens the browser's own print dialog, for the page or only for the sheet that lies over it; see print.css. */
export const printPage: ((what: 'page' | 'sheet') => void) | null = (what) => {
  const { classList } = document.documentElement
  const name = `print-${what}`
  classList.add(name)
  window.addEventListener('afterprint', () => classList.remove(name), { once: true })
  window.print()
}
