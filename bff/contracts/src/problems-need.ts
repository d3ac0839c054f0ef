/** The refusals of needs: a part of the catalogue. */
export const needProblems = {
  needs_open: { status: 409, title: '您有几件求助还没有办完。请等办完一件再提，急事请打电话给社区。' },
} as const
