/** The field of the page that is in sight: pages behind it are still there, with fields of the same name. */
export function focusField(id: string) {
  const fields = [...document.querySelectorAll<HTMLInputElement>(`input[id="${id}"]`)]
  const shown = fields.find((field) => field.offsetParent !== null)
  shown?.focus()
  shown?.select()
}
