import type { MatterDraft } from './draft'

/** Null while something is missing without which nobody can help. */
export function toBody(draft: MatterDraft, community: string) {
  const { urgency, topic, happenedOn, reach, unnamed } = draft
  const [words, opposite] = [draft.words.trim(), draft.opposite.trim()]
  if (urgency === null || words === '') return null
  return {
    community,
    urgency,
    topic,
    happenedOn: happenedOn === '' ? null : happenedOn,
    words,
    opposite: opposite === '' ? null : opposite,
    reach: reach ?? ('here' as const),
    unnamed,
    files: draft.files,
  }
}
