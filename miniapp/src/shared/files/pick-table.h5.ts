import type { Picked } from './picked'

/** The table that somebody picks on their computer. @returns undefined when they thought better of it */
export function pickTable(): Promise<Picked | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv'
  input.hidden = true
  // Some browsers forget an input that stands nowhere.
  document.body.append(input)
  return new Promise((resolve) => {
    const end = (file: File | undefined) => {
      input.remove()
      resolve(file && { content: file, bytes: file.size })
    }
    input.addEventListener('cancel', () => end(undefined))
    input.addEventListener('change', () => end(input.files?.[0]))
    input.click()
  })
}

export const canPick = true
