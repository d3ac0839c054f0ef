/** The one that is on the screen: pages behind this one stay in the document, without a place there. */
const shownAs = (id: string) =>
  Array.from(document.querySelectorAll<HTMLElement>(`[id="${id}"]`)).find(
    (one) => one.getClientRects().length > 0,
  )

/** The keyboard, and whoever has the page read out, come to what is asked now. */
export function leadTo(id: string, options?: FocusOptions): void {
  const target = shownAs(id)
  if (target === undefined) return
  target.tabIndex = -1
  target.focus(options)
}

/** The same, and into the middle of the screen, where neither head nor bar lies over it. */
export function jumpTo(id: string): void {
  leadTo(id, { preventScroll: true })
  shownAs(id)?.scrollIntoView({ block: 'center' })
}

/** The same, unless somebody is somewhere else by now. */
export function jumpToFresh(id: string): void {
  if (document.activeElement === document.body) jumpTo(id)
}

/** What is typed next goes behind what stands in the field. */
export function typeBehind(id: string): void {
  const field = shownAs(id)
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
  field.scrollTop = field.scrollHeight
}
