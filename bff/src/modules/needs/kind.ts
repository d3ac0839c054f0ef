/** A need, told to the spine: who reads it, what is shown of it, and what follows from its moves. */
import { needDeclaration } from '@linli/contracts/need-case'
import { dayPartWord, helpWord } from '@linli/contracts/need-words'
import type { FieldCipher } from '../../platform/crypto'
import type { Kind } from '../cases/kind'
import { moved } from './moved'
import { type NeedFacts, needFacts, onLeave } from './store'

const utc = (at: string | null): string | null => at && new Date(at).toISOString()

const shown = ({ help, day, part, comesAt, leavesAt }: NeedFacts) => ({
  help,
  day,
  part,
  comesAt: utc(comesAt),
  leavesAt: utc(leavesAt),
})

/** What is sealed of it, in clear: for whom it belongs to, and for staff on record. */
export const wordsOf = ({ caseId, wishEnc, placeEnc, helperEnc }: NeedFacts, cipher: FieldCipher) => ({
  wish: wishEnc && cipher.decrypt('needs.wish_enc', caseId, wishEnc),
  place: placeEnc && cipher.decrypt('needs.place_enc', caseId, placeEnc),
  helper: helperEnc && cipher.decrypt('needs.helper_enc', caseId, helperEnc),
})
const unread = { wish: null, place: null, helper: null }

export const needKind: Kind<NeedFacts> = {
  ...needDeclaration,
  readByStaff: true,
  rated: false,
  takesPlaceIn: ['arranged'],
  lapsesItself: true,
  keepsFromLeaving: true,
  facts: needFacts,
  conditions: { begun: (_facts, { startsAt }, now) => startsAt !== null && startsAt <= now },
  summary: shown,
  detail: (facts, _row, { reader, cipher }) => ({
    ...shown(facts),
    ...(reader === 'party' ? wordsOf(facts, cipher) : unread),
  }),
  exported: {
    labels: {
      help: ['要帮什么', helpWord],
      day: '哪一天',
      part: ['什么时候', dayPartWord],
      wish: '您写的',
      place: '地点',
      helper: '谁来',
    },
    of: (facts, cipher) => {
      const { help, day, part } = facts
      return { help, day, part, ...wordsOf(facts, cipher) }
    },
  },
  onLeave,
  actionWords: {
    arrange: '约好了人和时间',
    reopen: '原来的人来不了，另外找',
    met: '您说帮到了',
    unmet: '您说没帮到',
    told_met: '电话里您说帮到了',
    told_unmet: '电话里您说没帮到',
  },
  moved,
}
