import type { TextRefusal } from '@linli/contracts/ratings'

/** Why a person did not let words of a rating be shown, as staff choose it and their writer reads it. */
export const refusalWords: Record<TextRefusal, string> = {
  insult: '有骂人的话',
  names: '能看出说的是谁，或留了号码',
  unrelated: '是广告，或与这次服务无关',
  unlawful: '有法律不允许的内容',
}
