/** Where a place in a programme is spoken of otherwise than a room: for families, and for staff who run it. */
export const enrolmentWords = {
  confirmed: '已有名额',
  cancelled: '已退出',
  completed: '已结束',
}
