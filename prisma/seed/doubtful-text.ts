import type { FieldCipher } from '../../bff/src/platform/crypto'
import { demoCommunities } from './facilities'

interface Seeded {
  id: string
  community_code: string
  grade: string
  text_enc: string | null
  rated_at: Date | null
}

const words = '管钥匙的说话像吵架一样，好像我们欠了他的。'

/** What no checker could decide: the staff of the first township find one text that waits for a person. */
export function leaveDoubtful(ratings: readonly Seeded[], cipher: FieldCipher): void {
  const age = ({ rated_at }: Seeded): number => -(rated_at?.getTime() ?? 0)
  const [one] = ratings
    .filter((row) => row.community_code === demoCommunities[0] && row.grade === 'fair' && !row.text_enc)
    .sort((a, b) => age(a) - age(b))
  if (!one) return
  const text = { text_enc: cipher.encrypt('ratings.text_enc', one.id, words), text_shown: words }
  Object.assign(one, { ...text, text_for_all: true, text_state: 'doubtful' })
}
