/** What is still to be said, in the words of its fields: 先填姓名、关系. Null when nothing is. */
export function missingWords(parts: readonly (readonly [said: boolean, field: string])[]): string | null {
  const left = parts.filter(([said]) => !said).map(([, field]) => field)
  return left.length === 0 ? null : `还没填：${left.join('、')}`
}
