/** What a form of a need sends, and what is still missing in it. */
import type { Help } from '@linli/contracts/need-case'
import type { AskedNeed, WishedNeed } from '@linli/contracts/needs'
import type { NeedDraft } from './draft'
import { personOf } from '../../shared/forms/person'
import { needsText } from './text'

export const wishedOf = (draft: NeedDraft, help: Help, community: string): WishedNeed => {
  const place = draft.place.trim()
  return {
    community,
    help,
    wish: draft.wish.trim(),
    place: place === '' ? null : place,
    day: draft.day === '' ? null : draft.day,
    part: draft.part,
  }
}

/** Whom it is for; null: whoever asks. */
export const forWhomOf = (draft: NeedDraft): AskedNeed['forWhom'] =>
  draft.forOther && draft.relation !== null ? { ...personOf(draft), relation: draft.relation } : null

/** What decides and nobody has said yet, the first of it; null when all is said. */
export function wishNeeds({ help, wish, other, day }: NeedDraft): string | null {
  if (help === null) return needsText.needs.help
  if (wish.trim() === '') return needsText.needs.wish
  return other && day === '' ? needsText.needs.day : null
}

export function personNeeds({ forOther, relation, name }: NeedDraft): string | null {
  if (!forOther) return null
  if (relation === null) return needsText.needs.relation
  return name.trim() === '' ? needsText.needs.name : null
}
