export interface TimelineStep {
  key: string
  what: string
  when: string | null
  note: string | null
  /** Still to come. */
  ahead?: boolean
}
