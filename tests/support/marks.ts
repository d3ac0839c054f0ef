/** What people told us, by what it is. Notes are for those who handle the case; the others are tagged `contact`. */
export const tagged = {
  name: '甲标记名字',
  phone: '13987654321',
  contactName: '乙标记联系人',
  openid: 'openid-marked-7f3a',
  keeper: '李师傅',
  keeperPhone: '13900000001',
  wish: '丙标记的求助',
  place: '丁标记的地方',
  helper: '戊标记来帮的人',
  served: '己标记的家人',
  servedPhone: '13912340987',
}
export const notes = {
  note: 'note-marked-request',
  reply: 'note-marked-supplement',
  reason: 'note-marked-reason',
}
const marks = { ...tagged, ...notes }
export type Mark = keyof typeof marks
/** Which of them stand in a text. */
export const foundIn = (text: string, among: object = marks): string[] =>
  Object.entries(among).flatMap(([mark, value]) => (text.includes(String(value)) ? [mark] : []))
