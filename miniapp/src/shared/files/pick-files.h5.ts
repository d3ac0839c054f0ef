import type { Picked, Source } from './picked'

/** A browser asks for both in one. */
export const sources: readonly Source[] = ['either']

/** @returns none when the person thought better of it */
export function pickFiles(_source: Source, most: number): Promise<Picked[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/jpeg,image/png,image/webp,application/pdf'
  input.multiple = most > 1
  input.hidden = true
  // Some browsers forget an input that stands nowhere.
  document.body.append(input)
  return new Promise((resolve) => {
    const end = (chosen: Picked[]) => {
      input.remove()
      resolve(chosen)
    }
    input.addEventListener('cancel', () => end([]))
    input.addEventListener('change', () =>
      end([...(input.files ?? [])].slice(0, most).map((file) => ({ content: file, bytes: file.size }))),
    )
    input.click()
  })
}
