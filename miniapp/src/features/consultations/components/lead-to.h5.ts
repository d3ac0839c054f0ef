/** The keyboard, and whoever has the page read out, come to what is asked now. */
export function leadTo(id: string): void {
  const heading = document.getElementById(id)
  if (heading === null) return
  heading.tabIndex = -1
  heading.focus()
}
