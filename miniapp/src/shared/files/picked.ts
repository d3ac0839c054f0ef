/** What somebody chose: a path of the mini-program, or a browser's own file. Its name is not read. */
export interface Picked {
  content: string | Blob
  bytes: number
}

export type Source = 'picture' | 'document' | 'either'
