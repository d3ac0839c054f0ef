/** Opens the browser's own print dialog, for the page or only for the sheet that lies over it; see print.css. */
export const printPage: ((what: 'page' | 'sheet') => void) | null = (what) => {
  const root = document.documentElement
  root.classList.toggle('print-sheet', what === 'sheet')
  window.addEventListener('afterprint', () => root.classList.remove('print-sheet'), { once: true })
  window.print()
}
