/** The refusals of what a community does with its rooms: a part of the catalogue. */
export const roomProblems = {
  booking_room_retired: { status: 422, title: '这个场地已经停用，请换一个场地。' },
  calendar_address_changed: { status: 409, title: '刚才在别的设备上换过了。请看看现在的，再换一次。' },
  edited_meanwhile: { status: 409, title: '刚才有同事改过这里。请看看最新的，再改一次。' },
  room_change_hits: { status: 409, title: '有预订受这次改动影响。请看看是哪些，再决定改不改。' },
  room_retired: { status: 409, title: '这个场地已经停用。要改，先恢复使用。' },
  closures_full: {
    status: 409,
    title: '一个场地最多有 200 段没结束的关闭，再加就超了。请先把不用的重新开放。',
  },
  closure_many_bookings: {
    status: 409,
    title: '碰上的预订太多。一次最多处理 200 场，请分几段关闭。',
  },
  booking_old_begun: {
    status: 409,
    title: '原来的那场已经开始，这一周的次数也用完了，不能再同意改时间。请婉拒，并写明原因。',
  },
  booking_week_full: {
    status: 409,
    title: '这位居民那一周又订了别的，次数已满，这一场退不回去了。请和本人商量，先取消一场。',
  },
  facility_full: {
    status: 409,
    title: '一处场所最多有 200 间在用的场地。请先停用不用的，或另加一处场所。',
  },
  owner_unknown: { status: 422, title: '没有找到这个驻区单位联系人，请重新选一位。' },
  door_code_unknown: {
    status: 422,
    title: '这个码不能用了，或者不是门口的签到码。请扫门口新的码，或请工作人员帮您签到。',
  },
  check_in_early: { status: 409, title: '还没到时间。开始前 15 分钟可以签到。' },
  check_in_over: { status: 409, title: '您今天在这里的预订已经结束，不用签到了。' },
  check_in_pending: { status: 409, title: '社区还没有确认您的预订。请问工作人员，或打电话给社区。' },
  check_in_released: { status: 409, title: '开始后没有签到，社区已把场地让给别人。请问工作人员还能不能用。' },
  check_in_elsewhere: { status: 409, title: '您订的不是这个场地，走错门了。请看看您的预订。' },
  check_in_none: { status: 409, title: '您今天在这里没有预订。用另一个账户订的，请换那个账户登录。' },
} as const
