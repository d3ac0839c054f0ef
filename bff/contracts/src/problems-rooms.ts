/** The refusals of what a community does with its rooms: a part of the catalogue. */
export const roomProblems = {
  booking_room_retired: { status: 422, title: '这个场地已经停用，请换一个场地。' },
  edited_meanwhile: { status: 409, title: '刚才有同事改过这里。请看看最新的，再改一次。' },
  room_change_hits: { status: 409, title: '有预订受这次改动影响。请看看是哪些，再决定改不改。' },
  room_retired: { status: 409, title: '这个场地已经停用。要改，先恢复使用。' },
  owner_unknown: { status: 422, title: '没有找到这个驻区单位联系人，请重新选一位。' },
} as const
