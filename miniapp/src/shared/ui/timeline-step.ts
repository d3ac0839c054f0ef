/** Words of an event that can be erased, by their place in the case's timeline. */
export interface ErasableNote {
  place: number
  at: string
  note: string
}

export interface TimelineStep {
  key: string
  what: string
  when: string | null
  note: string | null
  /** The reader may have these words erased. */
  erasable?: ErasableNote | undefined
  /** Still to come. */
  ahead?: boolean
}
