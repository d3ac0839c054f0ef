/** A need, told to the spine: who reads it, what is shown of it, and what follows from its moves. */
import { needDeclaration } from '@linli/contracts/need-case'
import { cameByWord, dayPartWord, helpWord, relationWord } from '@linli/contracts/need-words'
import type { FieldCipher } from '../../platform/crypto'
import { dayMs } from '../../platform/shanghai'
import type { Kind } from '../cases/kind'
import { moved } from './moved'
import { type NeedFacts, needFacts, onLeave } from './store'

const utc = (at: string | null): string | null => at && new Date(at).toISOString()

const shown = ({ help, cameBy, relation, day, part, comesAt, leavesAt }: NeedFacts) => ({
  help,
  cameBy,
  relation,
  day,
  part,
  comesAt: utc(comesAt),
  leavesAt: utc(leavesAt),
})

/** What is sealed of it, in clear: for whom it belongs to, and for staff on record. */
export const wordsOf = (
  { caseId, wishEnc, placeEnc, helperEnc, personEnc, phoneEnc }: NeedFacts,
  cipher: FieldCipher,
) => ({
  wish: wishEnc && cipher.decrypt('needs.wish_enc', caseId, wishEnc),
  place: placeEnc && cipher.decrypt('needs.place_enc', caseId, placeEnc),
  helper: helperEnc && cipher.decrypt('needs.helper_enc', caseId, helperEnc),
  person: personEnc && cipher.decrypt('needs.person_enc', caseId, personEnc),
  phone: phoneEnc && cipher.decrypt('needs.phone_enc', caseId, phoneEnc),
})
/** Milliseconds since an instant; negative before it, and where there is none. */
const since = (at: string | null, now: Date): number => (at === null ? -1 : now.getTime() - Date.parse(at))

const unread = { wish: null, place: null, helper: null, person: null, phone: null }

export const needKind: Kind<NeedFacts> = {
  ...needDeclaration,
  readByStaff: true,
  rated: true,
  takesPlaceIn: ['arranged'],
  keepsFromLeaving: true,
  facts: needFacts,
  conditions: {
    begun: ({ comesAt }, _row, now) => since(comesAt, now) >= 0,
    over: ({ leavesAt }, _row, now) => since(leavesAt, now) >= 0,
    // Nobody waits for the word of who has nothing to say it with.
    silent_a_day: ({ leavesAt, isUnread }, _row, now) => since(leavesAt, now) >= (isUnread ? 0 : dayMs),
    silent_a_week: ({ leavesAt }, _row, now) => since(leavesAt, now) >= 7 * dayMs,
  },
  summary: shown,
  detail: (facts, _row, { reader, cipher }) => {
    const { phone: _phone, ...words } = reader === 'party' ? wordsOf(facts, cipher) : unread
    return {
      ...shown(facts),
      ...words,
      hasPlace: facts.placeEnc !== null,
      task: reader === 'staff' && facts.task ? { ...facts.task, startsAt: utc(facts.task.startsAt) } : null,
    }
  },
  exported: {
    labels: {
      help: ['要帮什么', helpWord],
      cameBy: ['怎样提的', cameByWord],
      relation: ['帮的是', relationWord],
      person: '替谁提的',
      phone: '留的电话',
      day: '哪一天',
      part: ['什么时候', dayPartWord],
      wish: '您写的',
      place: '地点',
      helper: '谁来',
      comesAt: '来的时间',
      leavesAt: '到',
    },
    of: (facts, cipher) => {
      const { help, cameBy, relation, day, part, comesAt, leavesAt } = shown(facts)
      return { help, cameBy, relation, day, part, ...wordsOf(facts, cipher), comesAt, leavesAt }
    },
  },
  onLeave,
  actionWords: {
    refuse: '社区说帮不了',
    arrange: '约好了人和时间',
    rearrange: '改了人或时间',
    taken: '志愿者接下了',
    given_back: '有志愿者来不了，另外找',
    finish: '约好的时间过了，问您帮到了没有',
    chase: '还不知道帮到了没有，社区打电话问',
    unreached: '社区没有联系上您',
    reopen: '原来的人来不了，另外找',
    met: '您说帮到了',
    unmet: '您说没帮到',
    told_met: '电话里您说帮到了',
    told_unmet: '电话里您说没帮到',
  },
  moved,
}
