/** What the rows of one story are made of. */
import type { Story } from './story'

interface Badge {
  id: string
  name: string
}

export interface Told {
  community: string
  person: string
  adviser: Badge
  /** To whom it is handed over, where it is. */
  receiver: Badge & { office: string }
  station: string
  number: number
  now: Date
}

/** One of them, with what its rows are made of. */
export interface Telling extends Told {
  story: Story
  caseId: string
  /** The instant so many hours ago. */
  at(ago: number): Date
}
